import { Button, Skeleton } from '@mantine/core';
import { IconArrowUp } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Page } from '../api/types.js';
import { useHeldRows } from './held-rows.js';
import { ProblemAlert } from './problem-alert.js';
import classes from './row-list.module.css';
import { NextRows } from './next-rows.js';
import { useKeys } from './use-keys.js';
import { useReturnToRow } from './use-return-to-row.js';

interface Props<Row> {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<{ pages: Page<Row>[] }>;
  readonly renderRow: (row: Row) => ReactNode;
  readonly empty: ReactNode;
}

/** A list that grows by key, is walked with j and k, and does not move when others add to it. */
export function RowList<Row extends { readonly id: string }>({ label, query, renderRow, empty }: Props<Row>) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const onOpen = useReturnToRow(list);
  const rows = useMemo(() => rowsOf(query.data), [query.data]);
  const { shown, held, release } = useHeldRows(rows);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;

  const step = (by: number) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? links[0] : links[Math.min(Math.max(at + by, 0), links.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys({ j: () => step(1), k: () => step(-1) });

  if (query.data === undefined && query.error !== null) {
    return (
      <div className={classes.notice}>
        <ProblemAlert error={query.error} />
        <Button variant="default" mt="md" onClick={() => void query.refetch()}>
          {t('common.retry')}
        </Button>
      </div>
    );
  }
  if (query.data === undefined) {
    return (
      <div className={classes.notice} role="status" aria-label={t('common.loading')}>
        {Array.from({ length: 8 }, (_, line) => (
          <Skeleton key={line} height={20} my={22} />
        ))}
      </div>
    );
  }
  return (
    <div className={classes.place}>
      <div aria-live="polite" className={classes.live}>
        {held > 0 && (
          <Button size="xs" radius="xl" leftSection={<IconArrowUp size={14} aria-hidden />} onClick={release}>
            {t('common.newOnes', { number: held })}
            <span className={classes.hint}> · {t('common.showNewOnes')}</span>
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        empty
      ) : (
        <ul ref={list} className={classes.list} aria-label={label} data-rows onClickCapture={onOpen}>
          {shown.map((one) => (
            <li key={one.id}>{renderRow(one)}</li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <NextRows isReading={isFetchingNextPage} isFailed={query.isError} onNear={() => void fetchNextPage()} />
      )}
    </div>
  );
}

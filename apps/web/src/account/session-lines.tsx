import { Button, Skeleton } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Page, SessionSummary } from '../api/types.js';
import { formatMoment } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord } from '../ui/state-word.js';
import classes from './account-page.module.css';

interface Props {
  readonly label: string;
  readonly query: UseInfiniteQueryResult<{ pages: Page<SessionSummary>[] }>;
  /** What can be done with a session that is not the one of this page. */
  readonly renderAction?: (session: SessionSummary) => ReactNode;
}

const phones: ReadonlySet<string> = new Set(['iPhone', 'iPad', 'Android']);

/** Where somebody is signed in: which browser, from where, since when. */
export function SessionLines({ label, query, renderAction }: Props) {
  const { t } = useTranslation();
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={64} mb="sm" /> : <ProblemAlert error={query.error} />;
  }
  return (
    <>
      <ul className={classes.list} aria-label={label}>
        {rowsOf(query.data).map((session) => {
          const Device = phones.has(session.system ?? '') ? IconDeviceMobile : IconDeviceDesktop;
          return (
            <li key={session.id} className={classes.session} data-session={session.id}>
              <Device size={24} stroke={1.4} aria-hidden />
              <div className={classes.words}>
                <div className={classes.what}>
                  <DeviceWords session={session} />{' '}
                  {session.current && <StateWord tone="good">{t('account.here')}</StateWord>}
                </div>
                <div className={classes.when}>
                  {t('account.facts', {
                    address: session.address,
                    since: formatMoment(session.startedAt),
                    used: formatMoment(session.lastUsedAt),
                  })}
                  {session.method === 'single-sign-on' && ` · ${t('account.bySingleSignOn')}`}
                </div>
              </div>
              {!session.current && renderAction?.(session)}
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="sm"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

function DeviceWords({ session: { browser, system } }: { readonly session: SessionSummary }) {
  const { t } = useTranslation();
  if (browser !== null && system !== null) {
    return t('account.browserOn', { browser, system });
  }
  return browser ?? system ?? t('account.unknownBrowser');
}

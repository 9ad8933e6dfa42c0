import { ActionIcon, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconBuilding, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Agency } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { NextRows } from '../ui/next-rows.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { AgencyLine } from './agency-line.js';
import { childrenQuery } from './agency-queries.js';
import classes from './agencies.module.css';

/** The agencies as they stand under each other; what stands under one is read when it is unfolded. */
export function AgencyTree({ closed }: { readonly closed: boolean }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('agencies.tree')} className={classes.tree}>
      <Branches
        parentId={null}
        closed={closed}
        empty={<EmptyPlace icon={IconBuilding} title={t('agencies.empty')} text={t('agencies.emptyText')} />}
      />
    </nav>
  );
}

interface BranchesProps {
  readonly parentId: string | null;
  readonly closed: boolean;
  readonly empty?: ReactNode;
}

function Branches({ parentId, closed, empty = null }: BranchesProps) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(childrenQuery(parentId, closed));
  const agencies = rowsOf(query.data);
  if (query.data === undefined) {
    return query.error === null ? (
      <div className={classes.waiting} role="status" aria-label={t('common.loading')}>
        <Skeleton height={18} />
      </div>
    ) : (
      <ProblemAlert error={query.error} />
    );
  }
  if (agencies.length === 0) {
    return empty;
  }
  // A province opens at its departments: the one agency at the top says nothing by itself.
  const isUnfolded = parentId === null && agencies.length === 1;
  return (
    <>
      <ul className={classes.branches}>
        {agencies.map((agency) => (
          <Branch key={agency.id} agency={agency} closed={closed} unfolded={isUnfolded} />
        ))}
      </ul>
      {query.hasNextPage && (
        <NextRows
          isReading={query.isFetchingNextPage}
          isFailed={query.isError}
          onNear={() => void query.fetchNextPage()}
        />
      )}
    </>
  );
}

interface BranchProps {
  readonly agency: Agency;
  readonly closed: boolean;
  readonly unfolded: boolean;
}

function Branch({ agency, closed, unfolded }: BranchProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(unfolded);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes.branch}>
        {agency.hasChildren ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-expanded={isOpen}
            aria-label={t('agencies.unfold', { name: agency.name })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Chevron size={18} aria-hidden />
          </ActionIcon>
        ) : (
          <span className={classes.leaf} />
        )}
        <AgencyLine agency={agency} inTree />
      </div>
      {isOpen && agency.hasChildren && (
        <div className={classes.below}>
          <Branches parentId={agency.id} closed={closed} />
        </div>
      )}
    </li>
  );
}

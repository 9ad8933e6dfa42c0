import { SegmentedControl, Skeleton } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { Plan, PlanPost } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatNumber } from '../ui/format.js';
import { NextRows } from '../ui/next-rows.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { ChangeList } from './change-list.js';
import { planChangesQuery, planCheckQuery, planPostsQuery } from './plan-queries.js';
import classes from './reorganisation.module.css';

/** What the plan changes, or changed: agencies before and after, and the people who move. */
export function PreviewSection({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const [side, setSide] = useState<'agencies' | 'people'>('agencies');
  return (
    <Section
      title={t(plan.state === 'effective' ? 'reorganisation.preview.titleDone' : 'reorganisation.preview.title')}
    >
      <Totals plan={plan} />
      <SegmentedControl
        mb="sm"
        value={side}
        onChange={(value) => setSide(value === 'people' ? 'people' : 'agencies')}
        data={[
          { value: 'agencies', label: t('reorganisation.preview.agencies') },
          { value: 'people', label: t('reorganisation.preview.people') },
        ]}
      />
      {side === 'agencies' ? <Changes plan={plan} /> : <People plan={plan} />}
    </Section>
  );
}

const totalKeys = [
  'created',
  'changed',
  'closed',
  'posts',
  'openDocuments',
  'unsentDocuments',
  'unregisteredArrivals',
  'deliveriesOnTheWay',
] as const;

/** As far as there is anything to count. */
function Totals({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { data } = useQuery(planCheckQuery(plan.id, plan.version));
  const words = totalKeys
    .map((key) => [key, data?.totals[key] ?? 0] as const)
    .filter(([, number]) => number > 0)
    .map(([key, number]) => t(`reorganisation.preview.total.${key}`, { number: formatNumber(number) }));
  return words.length === 0 ? null : <p className={classes.about}>{words.join(' · ')}</p>;
}

function Changes({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(planChangesQuery(plan.id, plan.version));
  const changes = rowsOf(query.data);
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={80} /> : <ProblemAlert error={query.error} />;
  }
  if (changes.length === 0) {
    return <p className={classes.about}>{t('reorganisation.preview.none')}</p>;
  }
  return (
    <>
      <ChangeList changes={changes} />
      {query.hasNextPage && <NextRows {...nearing(query)} />}
    </>
  );
}

function People({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(planPostsQuery(plan.id, plan.version));
  const posts = rowsOf(query.data);
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={80} /> : <ProblemAlert error={query.error} />;
  }
  if (posts.length === 0) {
    return <p className={classes.about}>{t('reorganisation.preview.noPeople')}</p>;
  }
  return (
    <>
      <ul className={classes.changes}>
        {posts.map((post) => (
          <PersonLine key={post.postId} post={post} />
        ))}
      </ul>
      {query.hasNextPage && <NextRows {...nearing(query)} />}
    </>
  );
}

function PersonLine({ post }: { readonly post: PlanPost }) {
  const { t } = useTranslation();
  return (
    <li className={classes.person}>
      <span className={classes.strong}>{post.fullName}</span>
      <span className={classes.quiet}>{post.position}</span>
      <span>
        {post.from.name} → {post.to?.name ?? t('reorganisation.preview.stays')}
      </span>
    </li>
  );
}

interface Growing {
  readonly isFetchingNextPage: boolean;
  readonly isError: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

function nearing({ fetchNextPage, isError, isFetchingNextPage }: Growing) {
  return { isReading: isFetchingNextPage, isFailed: isError, onNear: () => void fetchNextPage() };
}

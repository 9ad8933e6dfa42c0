import { ActionIcon, SegmentedControl, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconUserPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedReviewer } from '../api/types.js';
import { dayInVietnam } from '../ui/format.js';
import type { DraftFields } from './draft-fields.js';
import page from './draft-page.module.css';
import { reviewersQuery } from './review-queries.js';
import { isInOrder, usualDeadline, withMoved, withReviewer } from './reviewers-of-draft.js';
import classes from './reviewers-field.module.css';

const DueDateInput = lazy(async () => ({ default: (await import('./due-date-input.js')).DueDateInput }));
const modes = ['in-turn', 'side-by-side'] as const;

interface Props {
  readonly fields: DraftFields;
  readonly change: (part: Partial<DraftFields>) => void;
}

/** Whose opinion a draft asks for before its signer gets it, in which order and by when. */
export function ReviewersField({ fields: { reviewMode, reviewers, signerPostId }, change }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const query = useQuery({ ...reviewersQuery(search), placeholderData: keepPreviousData });
  const taken = new Set([signerPostId, ...reviewers.map(({ postId }) => postId)]);
  const offered = (query.data ?? []).filter(({ postId }) => !taken.has(postId));
  const set = (postId: string, part: Partial<PlannedReviewer>) =>
    change({ reviewers: reviewers.map((one) => (one.postId === postId ? { ...one, ...part } : one)) });

  return (
    <section className={page.card} aria-labelledby="draft-reviewers">
      <h2 id="draft-reviewers" className={page.heading}>
        {t('reviews.draft.title')}
      </h2>
      <p className={classes.hint}>{t('reviews.draft.hint')}</p>
      <Select
        label={t('reviews.draft.find')}
        placeholder={t('reviews.draft.placeholder')}
        leftSection={<IconUserPlus size={16} aria-hidden />}
        searchable
        nothingFoundMessage={t('reviews.draft.nobody')}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        data={offered.map(({ postId, fullName, position, unitName }) => ({
          value: postId,
          label: [fullName, position, unitName].filter((part) => part !== null && part !== '').join(' · '),
        }))}
        onChange={(postId) => {
          const added = offered.find((one) => one.postId === postId);
          if (added !== undefined) {
            change({ reviewers: withReviewer(reviewers, added, usualDeadline(dayInVietnam(new Date()))) });
            setText('');
          }
        }}
      />
      {reviewers.length > 1 && (
        <div>
          <div id="draft-review-mode" className={page.label}>
            {t('reviews.draft.mode')}
          </div>
          <SegmentedControl
            fullWidth
            size="sm"
            aria-labelledby="draft-review-mode"
            data={modes.map((value) => ({ value, label: t(`reviews.mode.${value}`) }))}
            value={reviewMode}
            onChange={(value) => change({ reviewMode: value === 'side-by-side' ? value : 'in-turn' })}
          />
        </div>
      )}
      {reviewers.length > 0 && (
        <ol className={classes.list}>
          {reviewers.map((reviewer, index) => (
            <ReviewerLine
              key={reviewer.postId}
              reviewer={reviewer}
              place={reviewMode === 'in-turn' && reviewers.length > 1 ? index + 1 : null}
              isLast={index === reviewers.length - 1}
              onMove={(by) => change({ reviewers: withMoved(reviewers, index, by) })}
              onDueOn={(dueOn) => set(reviewer.postId, { dueOn })}
              onRemove={() => change({ reviewers: reviewers.filter(({ postId }) => postId !== reviewer.postId) })}
            />
          ))}
        </ol>
      )}
      {!isInOrder(reviewMode, reviewers) && (
        <p className={page.fault} role="alert">
          {t('reviews.draft.order')}
        </p>
      )}
    </section>
  );
}

interface LineProps {
  readonly reviewer: PlannedReviewer;
  /** The turn; null where all are asked at once. */
  readonly place: number | null;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDueOn: (dueOn: string) => void;
  readonly onRemove: () => void;
}

function ReviewerLine({ reviewer, place, isLast, onMove, onDueOn, onRemove }: LineProps) {
  const { t } = useTranslation();
  const { fullName: name, position, unitName, dueOn } = reviewer;
  return (
    <li className={classes.line} data-reviewer={reviewer.postId}>
      <span className={classes.name}>
        {place !== null && `${place}. `}
        <b>{name}</b>
        <span className={classes.quiet}>{unitName === null ? position : `${position}, ${unitName}`}</span>
      </span>
      <span className={classes.day}>
        <Suspense fallback={dueOn}>
          <DueDateInput
            label={t('reviews.draft.dueOn', { name })}
            isNamedOnly
            value={dueOn}
            onChange={(day) => onDueOn(day ?? dueOn)}
            error={undefined}
          />
        </Suspense>
      </span>
      <span className={classes.tools}>
        {place !== null && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('reviews.draft.up', { name })}
              disabled={place === 1}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={16} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('reviews.draft.down', { name })}
              disabled={isLast}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={16} aria-hidden />
            </ActionIcon>
          </>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t('reviews.draft.remove', { name })} onClick={onRemove}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </span>
    </li>
  );
}

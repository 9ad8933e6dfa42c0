import { Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { newId } from '../api/new-id.js';
import { rowsOf } from '../api/paged.js';
import type { DocumentView, Opinion } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import { useShowProblem } from '../ui/use-problem.js';
import { opinionsQuery } from './review-queries.js';
import classes from './reviews.module.css';

const tones: Record<Opinion['kind'], Tone> = {
  agreed: 'good',
  approved: 'good',
  returned: 'care',
  void: 'calm',
  comment: 'accent',
};

/** Everything that was said about a document, of every round and version, for ever. */
export function OpinionsSection({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(opinionsQuery(document.id));
  const opinions = rowsOf(query.data);
  const mayComment = document.actions.includes('comment') && document.versionNumber !== null;
  if (opinions.length === 0 && !mayComment) {
    return null;
  }
  return (
    <Section title={t('reviews.opinions.title')}>
      {opinions.length === 0 && <p className={classes.none}>{t('reviews.opinions.none')}</p>}
      <ol className={classes.opinions}>
        {opinions.map((opinion) => (
          <OpinionLine key={opinion.id} opinion={opinion} />
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      {mayComment && <CommentField documentId={document.id} versionNumber={document.versionNumber ?? 1} />}
    </Section>
  );
}

function OpinionLine({ opinion }: { readonly opinion: Opinion }) {
  const { t } = useTranslation();
  const { kind, text, by, onBehalfOf, at, roundNumber, versionNumber } = opinion;
  const where = [
    versionNumber === null ? null : t('reviews.opinions.version', { number: versionNumber }),
    roundNumber === null ? null : t('reviews.opinions.round', { number: roundNumber }),
    formatMoment(at),
  ];
  return (
    <li className={classes.opinion} data-opinion={kind}>
      <span className={classes.what}>
        <b>{by.fullName}</b>
        <StateWord tone={tones[kind]}>{t(`reviews.opinions.kind.${kind}`)}</StateWord>
      </span>
      <span className={classes.quiet}>
        {by.position}
        {onBehalfOf !== null &&
          ` – ${t('reviews.opinions.onBehalfOf', { name: onBehalfOf.fullName, position: onBehalfOf.position })}`}
      </span>
      <span className={classes.quiet}>{where.filter((part) => part !== null).join(' · ')}</span>
      {text !== '' && <p className={classes.text}>{text}</p>}
    </li>
  );
}

interface CommentProps {
  readonly documentId: string;
  readonly versionNumber: number;
}

function CommentField({ documentId: id, versionNumber: number }: CommentProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const showProblem = useShowProblem();
  const [text, setText] = useState('');
  const [key, setKey] = useState(newId);
  const comment = useMutation({
    mutationFn: async () => {
      await client.POST('/api/v1/documents/{id}/versions/{number}/comments', {
        params: { path: { id, number } },
        headers: { 'Idempotency-Key': key },
        body: { text: text.trim() },
      });
    },
    onError: showProblem,
    onSuccess: () => {
      setText('');
      setKey(newId());
      notifications.show({ message: t('reviews.opinions.added'), color: 'accent', role: 'status' });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents'] }),
  });
  return (
    <form
      data-no-print
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') {
          comment.mutate();
        }
      }}
    >
      <Textarea
        mt={8}
        label={t('reviews.opinions.comment', { number })}
        description={t('reviews.opinions.commentHint')}
        autosize
        minRows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button
        type="submit"
        size="xs"
        mt={8}
        variant="default"
        loading={comment.isPending}
        disabled={text.trim() === ''}
      >
        {t('reviews.opinions.add')}
      </Button>
    </form>
  );
}

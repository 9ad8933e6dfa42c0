import { useTranslation } from 'react-i18next';
import type { DocumentView, ReviewRound, ReviewStepState } from '../api/types.js';
import { DueWord } from '../ui/due-word.js';
import { Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import classes from './reviews.module.css';

const tones: Record<ReviewStepState, Tone> = {
  waiting: 'calm',
  asked: 'accent',
  agreed: 'good',
  returned: 'care',
  void: 'calm',
};

/** The latest round of reviewers: who was asked, by when, and what they decided. */
export function ReviewSection({ document: { review } }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  if (review === null) {
    return null;
  }
  const isClosedEarly = review.state !== 'open' && review.state !== 'agreed';
  return (
    <Section title={t('reviews.round.title')}>
      <p className={classes.head}>
        <span>
          {t('reviews.round.name', {
            number: review.number,
            mode: t(`reviews.mode.${review.mode}`),
            version: review.versionNumber,
          })}
        </span>
        <StateWord tone={review.state === 'agreed' ? 'good' : isClosedEarly ? 'care' : 'accent'}>
          {t(`reviews.round.state.${review.state}`)}
        </StateWord>
      </p>
      <ol className={classes.steps}>
        {review.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ step }: { readonly step: ReviewRound['steps'][number] }) {
  const { t } = useTranslation();
  const { fullName, position, state, dueOn, decidedAt, isVacant } = step;
  return (
    <li className={classes.step} data-step={state}>
      <span>
        <b>{fullName}</b>
        <span className={classes.quiet}>{position}</span>
      </span>
      <span className={classes.state}>
        <StateWord tone={tones[state]}>{t(`reviews.step.${state}`)}</StateWord>
        {decidedAt === null ? (
          state !== 'void' && <DueWord dueDate={dueOn} open={state === 'asked'} />
        ) : (
          <time className={classes.quiet} dateTime={decidedAt}>
            {formatMoment(decidedAt)}
          </time>
        )}
      </span>
      {isVacant && <span className={classes.vacant}>{t('reviews.round.vacant')}</span>}
    </li>
  );
}

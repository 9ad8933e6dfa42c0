import { useTranslation } from 'react-i18next';
import type { DocumentView, InformedPerson } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatWhen } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import classes from './tracking.module.css';

/** Colleagues who get the document to know, and whether they opened it. */
export function InformedPeople({ document: { people, state } }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  if (people.length === 0) {
    return null;
  }
  const isSent = state === 'sent' || state === 'completed' || state === 'recalled';
  return (
    <Section
      title={
        <>
          {t('sending.people.title')} <span className={classes.number}>{people.length}</span>
        </>
      }
    >
      <ul className={classes.list}>
        {people.map((person) => (
          <li key={person.postId} className={classes.plan} data-informed={person.readAt === null ? 'unread' : 'read'}>
            <span className={classes.name}>
              {person.fullName} <span className={classes.quiet}>{person.position}</span>
            </span>
            <ReadWord person={person} isSent={isSent} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ReadWord({
  person: { sentAt, readAt },
  isSent,
}: {
  readonly person: InformedPerson;
  readonly isSent: boolean;
}) {
  const { t } = useTranslation();
  if (readAt !== null) {
    return <StateWord tone="good">{t('sending.people.read', { time: formatWhen(readAt, new Date()) })}</StateWord>;
  }
  if (sentAt !== null) {
    return <StateWord tone="calm">{t('sending.people.unread')}</StateWord>;
  }
  return (
    <StateWord tone={isSent ? 'care' : 'calm'}>
      {t(isSent ? 'sending.people.left' : 'sending.people.waiting')}
    </StateWord>
  );
}

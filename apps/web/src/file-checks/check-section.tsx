import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DocumentView, FileCheck } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { CheckWord } from './check-word.js';
import classes from './check-section.module.css';
import { checksQuery } from './checks-query.js';

/** What is known of each file: scanned or not, read or not, by whom it was released. */
export function CheckSection({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { data } = useQuery(checksQuery(document.id));
  if (data === undefined || data.files.length === 0) {
    return null;
  }
  return (
    <Section title={t('checks.title')}>
      <ul className={classes.files}>
        {data.files.map((check) => (
          <li key={check.attachmentId} data-check={check.state}>
            <span className={classes.name}>
              <bdi>{document.attachments.find(({ id }) => id === check.attachmentId)?.fileName}</bdi>{' '}
              <CheckWord check={check} />
            </span>
            <About check={check} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function About({ check }: { readonly check: FileCheck }) {
  const { t } = useTranslation();
  const { malware, signature, unread, unreadPages, released } = check;
  return (
    <span className={classes.about}>
      {t(`checks.malware.${malware}`, { signature: signature ?? '' })}
      {unread !== null && <span>{t(`checks.unread.${unread}`, { pages: unreadPages ?? 0 })}</span>}
      {released !== null && <span>{t('checks.released', { by: released.by, reason: released.reason })}</span>}
    </span>
  );
}

import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../api/types.js';
import { vi } from '../i18n/vi/index.js';
import { formatMoment } from './format.js';
import classes from './history.module.css';
import { withoutRepeats } from './without-repeats.js';

const words = vi.outgoing.timeline;

function isKnown(key: string): key is keyof typeof words {
  return Object.hasOwn(words, key);
}

/** What happened to a document, the latest first. An event that this page does not know yet is shown by its own name. */
export function History({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.history}>
      {withoutRepeats(entries)
        .toReversed()
        .map((entry) => {
          const key = entry.event.replace('.', '-');
          return (
            <li key={`${entry.at} ${entry.event}`} className={classes.entry}>
              <span className={classes.what}>{isKnown(key) ? t(`outgoing.timeline.${key}`) : entry.event}</span>
              <time dateTime={entry.at} className={classes.when}>
                {formatMoment(entry.at)}
              </time>
              <span className={classes.who}>
                {entry.actor === null
                  ? t('outgoing.timeline.system')
                  : `${entry.actor.fullName} · ${entry.actor.position}`}
                {entry.onBehalfOf !== null &&
                  ` – ${t('outgoing.timeline.onBehalfOf', {
                    name: entry.onBehalfOf.fullName,
                    position: entry.onBehalfOf.position,
                  })}`}
              </span>
              {entry.note !== null && <span className={classes.note}>{entry.note}</span>}
            </li>
          );
        })}
    </ol>
  );
}

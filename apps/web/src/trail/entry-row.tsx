import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wordsOfAction } from '#contracts';
import type { TrailEntry } from '../api/types.js';
import { currentLanguage } from '../i18n/i18n.js';
import { formatDay, formatTimeWithSeconds } from '../ui/format.js';
import rowClasses from '../ui/row-link.module.css';
import classes from './trail-page.module.css';
import type { TrailSearch } from './trail-search.js';

/** When, what, who, from where: one act on a line. */
export function EntryRow({ entry, wanted }: { readonly entry: TrailEntry; readonly wanted: TrailSearch }) {
  const { t } = useTranslation();
  const { actor } = entry;
  const agency = actor?.agency ?? entry.agency;
  return (
    <Link
      to="/trail"
      search={{ ...wanted, entry: entry.id }}
      resetScroll={false}
      className={rowClasses.row}
      activeProps={{}}
      data-row
    >
      <div className={classes.row} data-warn={/\.(\w+-)*(refused|failed)$/.test(entry.action) || undefined}>
        <time dateTime={entry.at} className={classes.when}>
          {formatDay(entry.at)} <span>{formatTimeWithSeconds(entry.at)}</span>
        </time>
        <span className={classes.what}>
          <span className={classes.act}>{wordsOfAction(entry.action, currentLanguage())}</span>
          {entry.note !== null && <span className={classes.quiet}>{entry.note}</span>}
        </span>
        <span className={classes.who}>
          <span>{actor === null ? t('trail.nobody') : `${actor.fullName} · ${actor.position}`}</span>
          {agency !== null && <span className={classes.quiet}>{agency.name}</span>}
        </span>
        <span className={classes.address}>{entry.address}</span>
      </div>
    </Link>
  );
}

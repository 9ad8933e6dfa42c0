import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@mantine/core';
import { isPlace, type Place } from './places.js';
import classes from './menu.module.css';

interface Props {
  readonly place: Place;
  readonly count: number;
  /** Of those: what should have been done by now. */
  readonly late?: number;
  readonly brief?: boolean;
}

export function PlaceLink({ place, count, late = 0, brief = false }: Props) {
  const { t } = useTranslation();
  const Icon = place.icon;
  const isHere = useLocation({ select: ({ pathname, search }) => isPlace(place, pathname, search.box) });
  return (
    <Link
      {...place.link}
      className={classes.place}
      activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
      activeProps={{}}
      aria-current={isHere ? 'page' : undefined}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <span className={classes.word}>{t(brief ? `shell.short.${place.key}` : `shell.places.${place.key}`)}</span>
      {late > 0 && (
        <span className={classes.count} data-late>
          <span aria-hidden>{short(late)}</span>
          <VisuallyHidden>{t('shell.late', { number: late })}</VisuallyHidden>
        </span>
      )}
      {count > 0 && (
        <span className={classes.count}>
          <span aria-hidden>{short(count)}</span>
          <VisuallyHidden>{t('shell.waiting', { number: count })}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}

function short(count: number): string {
  return count > 999 ? '999+' : String(count);
}

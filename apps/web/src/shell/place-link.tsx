import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '@mantine/core';
import type { Place } from './places.js';
import classes from './menu.module.css';

interface Props {
  readonly place: Place;
  readonly count: number;
}

export function PlaceLink({ place, count }: Props) {
  const { t } = useTranslation();
  const Icon = place.icon;
  return (
    <Link
      {...place.link}
      className={classes.place}
      activeOptions={{ exact: false, includeSearch: true }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <span className={classes.word}>{t(`shell.places.${place.key}`)}</span>
      {count > 0 && (
        <span className={classes.count}>
          <span aria-hidden>{count > 999 ? '999+' : count}</span>
          <VisuallyHidden>{t('shell.waiting', { number: count })}</VisuallyHidden>
        </span>
      )}
    </Link>
  );
}

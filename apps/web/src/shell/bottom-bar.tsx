import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.js';
import classes from './menu.module.css';
import { PlaceLink } from './place-link.js';
import { countOf, placesFor } from './places.js';
import { useDeskCounts } from './use-desk-counts.js';

/** On a phone the work of one's role and the two registers stand within the thumb's reach; the rest is in the palette. */
const longest = 5;

export function BottomBar() {
  const { t } = useTranslation();
  const { permissions, post } = useSession();
  const counts = useDeskCounts();
  const groups = placesFor(permissions);
  const administration = groups.filter(({ key }) => key === 'administer').flatMap((group) => group.places);
  const work = groups
    .filter(({ key }) => key !== 'administer')
    .flatMap((group) => group.places)
    .filter(({ key }) => key !== 'mine' || post.role === 'civil-servant')
    .filter((place) => place.key !== 'toConfirmAccess' || countOf(place, counts) > 0);
  const shown = [
    ...(work.length > longest ? work.filter(({ key }) => key !== 'outgoing' && key !== 'incoming') : work),
    ...administration,
  ];

  return (
    <nav aria-label={t('shell.menu')} className={classes.bottom}>
      {shown.slice(0, longest).map((place) => (
        <PlaceLink key={place.key} place={place} count={countOf(place, counts)} brief />
      ))}
    </nav>
  );
}

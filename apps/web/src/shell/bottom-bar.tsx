import { useTranslation } from 'react-i18next';
import { useSession } from '../session/use-session.js';
import classes from './menu.module.css';
import { PlaceLink } from './place-link.js';
import { countOf, lateIn, type Place, placesFor } from './places.js';
import { useDeskCounts } from './use-desk-counts.js';

/** On a phone the work of one's role and the two registers stand within the thumb's reach; the rest is in the palette. */
const longest = 5;

/** Books and reports are for a desk; on a phone the palette leads to them. */
const forDesks: readonly Place['key'][] = ['incomingRegister', 'handlingReport'];

/** Work that not everybody gets every day: its place is there while something waits. */
const whenWaiting: readonly Place['key'][] = [
  'toAssign',
  'toHandle',
  'toReview',
  'needsAttention',
  'toKnow',
  'toConfirmAccess',
];

/** What makes room for it, as little as is needed. */
const leftOut: readonly (readonly Place['key'][])[] = [[], ['outgoing', 'incoming'], ['outgoing', 'incoming', 'share']];

const fits = (places: readonly Place[]): boolean => places.length <= longest;

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
    .filter(({ key }) => !forDesks.includes(key))
    .filter((place) => !whenWaiting.includes(place.key) || countOf(place, counts) > 0);
  const shown = [
    ...(leftOut.map((keys) => work.filter(({ key }) => !keys.includes(key))).find(fits) ?? work),
    ...administration,
  ];

  return (
    <nav aria-label={t('shell.menu')} className={classes.bottom}>
      {shown.slice(0, longest).map((place) => (
        <PlaceLink key={place.key} place={place} count={countOf(place, counts)} late={lateIn(place, counts)} brief />
      ))}
    </nav>
  );
}

import { useTranslation } from 'react-i18next';
import type { Agency } from '../api/types.js';
import { dayInVietnam, formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';

type Days = Pick<Agency, 'validFrom' | 'validTo'>;

/** Whether it is closed, or not open yet; an open agency needs no word. */
export function AgencyState({ agency: { validFrom, validTo } }: { readonly agency: Days }) {
  const { t } = useTranslation();
  const today = dayInVietnam(new Date());
  if (validTo !== null && validTo < today) {
    return <StateWord tone="care">{t('agencies.closedOn', { date: formatDate(validTo) })}</StateWord>;
  }
  if (validFrom > today) {
    return <StateWord tone="calm">{t('agencies.opensOn', { date: formatDate(validFrom) })}</StateWord>;
  }
  return null;
}

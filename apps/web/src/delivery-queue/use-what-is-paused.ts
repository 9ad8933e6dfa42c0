import { useTranslation } from 'react-i18next';
import type { ChannelName } from '../api/types.js';

interface Held {
  readonly channel: ChannelName | null;
  /** Null for every recipient. */
  readonly agencyName: string | null;
}

/** What is held back, in words: a channel, a recipient, or a channel to a recipient. */
export function useWhatIsPaused(): (held: Held) => string {
  const { t } = useTranslation();
  return ({ channel, agencyName }) => {
    const way = channel === null ? null : t(`attention.channels.${channel}`);
    if (way === null) {
      return t('queue.toAgency', { name: agencyName ?? '' });
    }
    return agencyName === null ? t('queue.byChannel', { way }) : t('queue.byChannelTo', { way, name: agencyName });
  };
}

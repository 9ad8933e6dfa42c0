import { useTranslation } from 'react-i18next';
import type { ApiClientSummary } from '../api/types.js';
import { StateWord } from '../ui/state-word.js';

const tones = { ready: 'good', 'no-secret': 'care', 'post-ended': 'calm', disabled: 'calm' } as const;

/** Whether the system could get in now. */
export function ClientStateWord({ state }: Pick<ApiClientSummary, 'state'>) {
  const { t } = useTranslation();
  return <StateWord tone={tones[state]}>{t(`apiClients.state.${state}`)}</StateWord>;
}

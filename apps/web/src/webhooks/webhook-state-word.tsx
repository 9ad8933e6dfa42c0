import { useTranslation } from 'react-i18next';
import type { Webhook, WebhookMessage } from '../api/types.js';
import { StateWord } from '../ui/state-word.js';

const tones = { active: 'good', paused: 'calm', gone: 'bad', failing: 'bad' } as const;

/** Whether it is called now; one that fails at the moment is active, and cause for care. */
export function WebhookStateWord({ webhook: { state, failingSince } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation();
  return state === 'active' && failingSince !== null ? (
    <StateWord tone="care">{t('webhooks.state.retried')}</StateWord>
  ) : (
    <StateWord tone={tones[state]}>{t(`webhooks.state.${state}`)}</StateWord>
  );
}

const messageTones = { waiting: 'calm', delivered: 'good', failed: 'bad' } as const;

export function MessageStateWord({ state }: Pick<WebhookMessage, 'state'>) {
  const { t } = useTranslation();
  return <StateWord tone={messageTones[state]}>{t(`webhooks.message.${state}`)}</StateWord>;
}

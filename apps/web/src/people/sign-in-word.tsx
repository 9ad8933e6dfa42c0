import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types.js';
import { StateWord } from '../ui/state-word.js';

const tones = {
  ready: 'good',
  'single-sign-on': 'good',
  'no-password': 'care',
  disabled: 'bad',
  'no-post': 'calm',
} as const;

/** Whether somebody could sign in now. */
export function SignInWord({ state }: { readonly state: Person['signIn'] }) {
  const { t } = useTranslation();
  return <StateWord tone={tones[state]}>{t(`people.signIn.${state}`)}</StateWord>;
}

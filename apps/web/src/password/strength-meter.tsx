import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useJudgement } from './use-judgement.js';

interface Props {
  readonly password: string;
  readonly names: readonly string[];
}

const colors = ['red', 'red', 'orange', 'green', 'green'] as const;
const words = ['veryWeak', 'weak', 'almost', 'strong', 'veryStrong'] as const;

/** Says while one types how easily the password would be guessed, and why. */
export function StrengthMeter({ password, names }: Props) {
  const { t } = useTranslation();
  const judgement = useJudgement(password, names);
  const score = judgement?.score ?? 0;
  const word = words[score] ?? 'veryWeak';
  return (
    <div aria-live="polite">
      <Progress
        value={judgement === undefined ? 0 : (score + 1) * 20}
        color={colors[score] ?? 'red'}
        size="sm"
        mt={6}
        aria-hidden
      />
      <Text size="xs" c="dimmed" mt={4} mih="2.4em">
        {judgement === undefined ? t('password.meter') : t(`password.strength.${word}`)}{' '}
        {judgement?.weakness !== undefined && t(`password.weakness.${judgement.weakness}`)}
      </Text>
    </div>
  );
}

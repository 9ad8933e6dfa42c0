import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SecondFactorPassed } from '../api/types.js';
import { FactorProblem } from './factor-problem.js';
import { signWithPasskey } from './passkeys.js';

export function PasskeyButton({ onPassed }: { readonly onPassed: (answer: SecondFactorPassed) => void }) {
  const { t } = useTranslation();
  const sign = useMutation({ mutationFn: signWithPasskey, onSuccess: onPassed });
  return (
    <Stack gap="sm">
      {sign.error !== null && <FactorProblem error={sign.error} />}
      <Button
        size="md"
        data-autofocus
        leftSection={<IconFingerprint size={20} aria-hidden />}
        loading={sign.isPending}
        onClick={() => {
          sign.mutate();
        }}
      >
        {t('secondFactor.usePasskey')}
      </Button>
    </Stack>
  );
}

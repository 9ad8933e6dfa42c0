import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { ProblemAlert } from '../ui/problem-alert.js';

/** The password once more, before something that an open session is not enough for. */
export function ConfirmIdentityForm({ onConfirmed }: { readonly onConfirmed: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useMutation({
    mutationFn: async () => {
      await client.POST('/api/v1/session/confirmation', { body: { password } });
    },
    onSuccess: onConfirmed,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (password !== '') {
      confirm.mutate();
    }
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text size="sm">{t('secondFactor.confirm.text')}</Text>
        {confirm.error !== null && <ProblemAlert error={confirm.error} />}
        <PasswordInput
          label={t('session.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          size="md"
          data-autofocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
          }}
          error={tried && password === '' && t('session.missingPassword')}
        />
        <Button type="submit" loading={confirm.isPending}>
          {t('secondFactor.confirm.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

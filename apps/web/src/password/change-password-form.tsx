import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Session } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { faultsInNewPassword, noNewPassword } from './new-password.js';
import { NewPasswordFields } from './new-password-fields.js';

interface Props {
  readonly session: Session;
  /** Names the password that is used now: on the account page, or a temporary one. */
  readonly currentLabel: string;
  readonly onChanged: (session: Session) => void;
}

export function ChangePasswordForm({ session: { person, post }, currentLabel, onChanged }: Props) {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(noNewPassword);
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/session/password', {
          body: { currentPassword: current, newPassword: chosen.password },
        }),
      ),
    onSuccess: (session) => {
      setCurrent('');
      setChosen(noNewPassword);
      setTried(false);
      onChanged(session);
    },
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (current !== '' && Object.keys(faultsInNewPassword(chosen)).length === 0) {
      change.mutate();
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        {change.error !== null && <ProblemAlert error={change.error} />}
        <input type="hidden" name="username" autoComplete="username" value={person.userName} readOnly />
        <PasswordInput
          label={currentLabel}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          value={current}
          onChange={(event) => {
            setCurrent(event.currentTarget.value);
          }}
          error={tried && current === '' && t('session.missingPassword')}
        />
        <NewPasswordFields
          value={chosen}
          onChange={setChosen}
          tried={tried}
          names={[person.fullName, person.userName, post.agency.name, post.agency.abbreviation]}
        />
        <Button type="submit" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </Stack>
    </form>
  );
}

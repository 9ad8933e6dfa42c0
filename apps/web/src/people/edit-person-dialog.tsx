import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { fieldErrors } from '../api/problem.js';
import type { Person } from '../api/types.js';
import { useFreshly } from '../second-factor/use-freshly.js';
import { FormDialog } from './form-dialog.js';
import { usePersonAction } from './people-queries.js';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function EditPersonDialog({ person, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const [fullName, setFullName] = useState(person.fullName);
  const [email, setEmail] = useState(person.email ?? '');
  // The version that was opened: what somebody else changes meanwhile is not written over.
  const [version] = useState(person.version);
  const save = usePersonAction((body: { fullName: string; email: string | null }) =>
    read(
      client.PUT('/api/v1/people/{id}', {
        params: { path: { id: person.id }, header: { 'If-Match': `"${version}"` } },
        body,
      }),
    ),
  );
  const freshly = useFreshly();
  const refused = fieldErrors(save.error);

  const submit = () => {
    if (fullName.trim() !== '') {
      const address = email.trim();
      const body = { fullName: fullName.trim(), email: address === '' ? null : address };
      // One’s own address is changed only by who knows the password; what is refused is shown in the dialog.
      freshly(() => save.mutateAsync(body)).then(
        (saved) => {
          if (saved !== null) {
            onSaved();
          }
        },
        () => {},
      );
    }
  };

  return (
    <FormDialog
      title={t('people.edit')}
      confirm={t('people.save')}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('people.fullName')}
        required
        maxLength={50}
        value={fullName}
        onChange={(event) => setFullName(event.currentTarget.value)}
        error={fullName.trim() === '' ? t('people.missing') : refused['fullName']}
      />
      <TextInput
        label={`${t('people.email')} (${t('common.optional')})`}
        description={t('people.emailHint')}
        type="email"
        maxLength={254}
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={refused['email']}
      />
    </FormDialog>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { fieldErrors } from '../api/problem.js';
import type { KeptDocumentType } from '../api/types.js';
import { useSaveType } from './type-queries.js';

interface Props {
  readonly type?: KeptDocumentType;
  readonly onClose: () => void;
  readonly onSaved: (type: KeptDocumentType) => void;
}

/** Adds a type, or changes the name and the abbreviation of one. */
export function TypeDialog({ type, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const save = useSaveType();
  const [name, setName] = useState(type?.name ?? '');
  const [abbreviation, setAbbreviation] = useState(type?.abbreviation ?? '');
  const [tried, setTried] = useState(false);
  const refused = fieldErrors(save.error);
  const submit = () => {
    setTried(true);
    if (name.trim() === '') {
      return;
    }
    const short = abbreviation.trim();
    const fields = { name: name.trim(), abbreviation: short === '' ? null : short, validTo: type?.validTo ?? null };
    save.mutate({ type, fields }, { onSuccess: onSaved });
  };
  return (
    <FormDialog
      title={t(type === undefined ? 'documentTypes.add' : 'documentTypes.edit')}
      save={t(type === undefined ? 'documentTypes.add' : 'documentTypes.save')}
      error={save.error}
      isPending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('documentTypes.name')}
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' ? t('documentTypes.missingName') : refused['name']}
      />
      <TextInput
        label={`${t('documentTypes.abbreviation')} (${t('common.optional')})`}
        description={t('documentTypes.abbreviationHint')}
        maxLength={10}
        value={abbreviation}
        onChange={(event) => setAbbreviation(event.currentTarget.value)}
        error={refused['abbreviation']}
      />
    </FormDialog>
  );
}

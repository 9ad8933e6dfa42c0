import { Select, Text, TextInput } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import { fieldErrors } from '../api/problem.js';
import type { AgencyDetails, AgencyRef } from '../api/types.js';
import { agencyLevels } from './agencies-search.js';
import { type AgencyForm, bodyOf, formOf } from './agency-form.js';
import { AgencyPicker } from './agency-picker.js';
import { ContactFields } from './contact-fields.js';
import { FormDialog } from './form-dialog.js';
import { useWriteAgency } from './use-agency-actions.js';
import classes from './agencies.module.css';

interface Props {
  /** Null to add one. */
  readonly agency: AgencyDetails | null;
  readonly parent: AgencyRef | null;
  readonly onClose: () => void;
}

/** The lengths of the contract. */
const longest = { code: 35, code102: 35, name: 200, abbreviation: 30 } as const;

export function AgencyDialog({ agency, parent, onClose }: Props) {
  const { t } = useTranslation();
  const router = useRouter();
  const write = useWriteAgency();
  // The version it was opened on: what somebody else saves meanwhile must not be overwritten.
  const [opened] = useState(agency);
  // One wish, one key: another try sends the same, changed fields are another wish.
  const [key, setKey] = useState(newId);
  const [form, setForm] = useState(() => formOf(agency, parent));
  const change = (changed: Partial<AgencyForm>) => {
    setForm({ ...form, ...changed });
    setKey(newId());
  };
  const errors = fieldErrors(write.error);
  const field = (name: keyof typeof longest) => ({
    label: t(`agencies.${name}`),
    maxLength: longest[name],
    value: form[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ [name]: event.currentTarget.value }),
  });
  const save = () => {
    write.mutate(
      { agency: opened, body: bodyOf(form), key },
      {
        onSuccess: ({ id }) => {
          onClose();
          void router.navigate({ to: '/agencies/$agencyId', params: { agencyId: id } });
        },
      },
    );
  };

  return (
    <FormDialog
      title={opened === null ? t('agencies.add') : t('agencies.editTitle', { name: opened.name })}
      save={t('agencies.save')}
      error={write.error}
      isPending={write.isPending}
      onSave={save}
      onClose={onClose}
    >
      <TextInput {...field('name')} required data-autofocus />
      <div className={classes.pairs}>
        <TextInput {...field('code')} required />
        <TextInput {...field('code102')} />
        <TextInput {...field('abbreviation')} required description={t('agencies.abbreviationHint')} />
        <Select
          label={t('agencies.level')}
          required
          allowDeselect={false}
          data={agencyLevels.map((level) => ({ value: level, label: t(`terms.level.${level}`) }))}
          value={form.level}
          onChange={(value) => change({ level: agencyLevels.find((level) => level === value) ?? form.level })}
        />
      </div>
      <AgencyPicker
        label={t('agencies.parent')}
        value={form.parent}
        error={errors['parentId']}
        onChange={(chosen) => change({ parent: chosen })}
      />
      <ContactFields value={form} errors={errors} onChange={change} />
      {opened !== null && (
        <Text size="sm" c="dimmed">
          {t('agencies.pastHint')}
        </Text>
      )}
    </FormDialog>
  );
}

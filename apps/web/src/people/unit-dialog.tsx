import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../api/types.js';
import { FormDialog } from './form-dialog.js';
import { useSaveUnit } from './use-unit-actions.js';

interface Props {
  readonly agencyId: string;
  readonly units: readonly Unit[];
  readonly unit?: Unit;
  readonly parentId: string | null;
  readonly onClose: () => void;
}

export function UnitDialog({ agencyId, units, unit, parentId, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(unit?.name ?? '');
  const [abbreviation, setAbbreviation] = useState(unit?.abbreviation ?? '');
  const [parent, setParent] = useState(parentId);
  const [tried, setTried] = useState(false);
  const save = useSaveUnit(agencyId, unit);

  const submit = () => {
    setTried(true);
    if (name.trim() !== '') {
      const body = { name: name.trim(), abbreviation: abbreviation.trim(), parentId: parent };
      save.mutate(body, { onSuccess: onClose });
    }
  };

  return (
    <FormDialog
      title={unit === undefined ? t('people.addUnit') : t('people.editUnit', { name: unit.name })}
      confirm={t(unit === undefined ? 'people.addUnit' : 'people.save')}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('people.unitName')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={tried && name.trim() === '' && t('people.missing')}
      />
      <TextInput
        label={`${t('people.unitAbbreviation')} (${t('common.optional')})`}
        maxLength={20}
        value={abbreviation}
        onChange={(event) => setAbbreviation(event.currentTarget.value)}
      />
      <Select
        label={t('people.unitParent')}
        placeholder={t('people.noUnit')}
        clearable
        clearButtonProps={{ 'aria-label': t('people.noUnit') }}
        searchable
        data={units.filter(({ id }) => id !== unit?.id).map(({ id, name: word }) => ({ value: id, label: word }))}
        value={parent}
        onChange={setParent}
      />
    </FormDialog>
  );
}

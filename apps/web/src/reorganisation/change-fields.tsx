import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AgencyField } from './agency-field.js';
import type { AgencyNames } from './agency-names.js';
import type { FieldsProps } from './step-draft.js';

interface Props extends FieldsProps {
  readonly kind: 'rename' | 'new-code' | 'move';
  readonly names: AgencyNames;
}

/** An agency goes on under another name, another code, or another agency. */
export function ChangeFields({ kind, draft, names, tried, onChange }: Props) {
  const { t } = useTranslation();
  const missing = (text: string) => (tried && text.trim() === '' ? t('reorganisation.form.missing') : undefined);
  return (
    <>
      <AgencyField
        label={t('reorganisation.form.agency')}
        value={draft.agencyId === null ? null : { agencyId: draft.agencyId }}
        names={names}
        onChange={(agency) => onChange({ agencyId: agency !== null && 'agencyId' in agency ? agency.agencyId : null })}
        error={tried && draft.agencyId === null ? t('reorganisation.form.missingAgency') : undefined}
      />
      {kind === 'rename' && (
        <>
          <TextInput
            label={t('reorganisation.form.newName')}
            required
            maxLength={200}
            value={draft.name}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
            error={missing(draft.name)}
          />
          <TextInput
            label={t('reorganisation.form.abbreviation')}
            description={t('reorganisation.form.abbreviationHint')}
            required
            maxLength={20}
            value={draft.abbreviation}
            onChange={(event) => onChange({ abbreviation: event.currentTarget.value })}
            error={missing(draft.abbreviation)}
          />
        </>
      )}
      {kind === 'new-code' && (
        <>
          <TextInput
            label={t('reorganisation.form.newCode')}
            description={t('reorganisation.form.codeHint')}
            required
            maxLength={35}
            value={draft.code}
            onChange={(event) => onChange({ code: event.currentTarget.value })}
            error={missing(draft.code)}
          />
          <TextInput
            label={`${t('reorganisation.form.code102')} (${t('common.optional')})`}
            maxLength={35}
            value={draft.code102}
            onChange={(event) => onChange({ code102: event.currentTarget.value })}
          />
        </>
      )}
      {kind === 'move' && (
        <AgencyField
          label={t('reorganisation.form.parent')}
          value={draft.other}
          names={names}
          takesNew
          hint={t('reorganisation.form.noParent')}
          onChange={(other) => onChange({ other })}
        />
      )}
    </>
  );
}

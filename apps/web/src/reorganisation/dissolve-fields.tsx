import { useTranslation } from 'react-i18next';
import { AgencyField } from './agency-field.js';
import type { AgencyNames } from './agency-names.js';
import { ChildrenFollow } from './children-follow.js';
import type { FieldsProps } from './step-draft.js';

interface Props extends FieldsProps {
  readonly names: AgencyNames;
}

/** An agency that ends, and who takes over. */
export function DissolveFields({ draft, names, tried, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <AgencyField
        label={t('reorganisation.form.agency')}
        value={draft.agencyId === null ? null : { agencyId: draft.agencyId }}
        names={names}
        onChange={(agency) => onChange({ agencyId: agency !== null && 'agencyId' in agency ? agency.agencyId : null })}
        error={tried && draft.agencyId === null ? t('reorganisation.form.missingAgency') : undefined}
      />
      <AgencyField
        label={t('reorganisation.form.successor')}
        value={draft.other}
        names={names}
        takesNew
        hint={t('reorganisation.form.nobody')}
        onChange={(other) => onChange({ other })}
      />
      <ChildrenFollow draft={draft} onChange={onChange} />
    </>
  );
}

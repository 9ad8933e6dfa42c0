import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agencyLevels } from '../agencies/agencies-search.js';
import type { NewAgencyOfPlan } from '../api/types.js';
import { AgencyField } from './agency-field.js';
import type { AgencyNames } from './agency-names.js';
import classes from './reorganisation.module.css';

interface Props {
  readonly agency: NewAgencyOfPlan;
  readonly names: AgencyNames;
  readonly tried: boolean;
  readonly onChange: (agency: NewAgencyOfPlan) => void;
}

/** An agency that the plan sets up. */
export function NewAgencyFields({ agency, names, tried, onChange }: Props) {
  const { t } = useTranslation();
  const change = (next: Partial<NewAgencyOfPlan>) => onChange({ ...agency, ...next });
  const missing = (text: string) => (tried && text.trim() === '' ? t('reorganisation.form.missing') : undefined);
  return (
    <>
      <TextInput
        label={t('reorganisation.form.name')}
        required
        maxLength={200}
        value={agency.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={missing(agency.name)}
      />
      <div className={classes.two}>
        <TextInput
          label={t('reorganisation.form.code')}
          description={t('reorganisation.form.codeHint')}
          required
          maxLength={35}
          value={agency.code}
          onChange={(event) => change({ code: event.currentTarget.value })}
          error={missing(agency.code)}
        />
        <TextInput
          label={t('reorganisation.form.abbreviation')}
          description={t('reorganisation.form.abbreviationHint')}
          required
          maxLength={20}
          value={agency.abbreviation}
          onChange={(event) => change({ abbreviation: event.currentTarget.value })}
          error={missing(agency.abbreviation)}
        />
        <Select
          label={t('reorganisation.form.level')}
          allowDeselect={false}
          data={agencyLevels.map((level) => ({ value: level, label: t(`terms.level.${level}`) }))}
          value={agency.level}
          onChange={(value) => change({ level: agencyLevels.find((level) => level === value) ?? agency.level })}
        />
        <TextInput
          label={`${t('reorganisation.form.code102')} (${t('common.optional')})`}
          maxLength={35}
          value={agency.code102 ?? ''}
          onChange={(event) => change({ code102: event.currentTarget.value })}
        />
      </div>
      <AgencyField
        label={t('reorganisation.form.parent')}
        value={agency.parent}
        names={names}
        takesNew
        hint={t('reorganisation.form.noParent')}
        onChange={(parent) => change({ parent })}
      />
    </>
  );
}

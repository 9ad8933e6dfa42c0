import { ActionIcon, Group, Input, Radio, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { AgencyField } from './agency-field.js';
import type { AgencyNames } from './agency-names.js';
import { ChildrenFollow } from './children-follow.js';
import { NewAgencyFields } from './new-agency-fields.js';
import classes from './reorganisation.module.css';
import { emptyAgency, type FieldsProps } from './step-draft.js';

interface Props extends FieldsProps {
  readonly names: AgencyNames;
}

/** Agencies that end, and the one that goes on in their place. */
export function MergeFields({ draft, names, tried, onChange }: Props) {
  const { t } = useTranslation();
  const [newAgency = emptyAgency] = draft.parts;
  return (
    <>
      <Merging draft={draft} names={names} tried={tried} onChange={onChange} />
      <Radio.Group
        label={t('reorganisation.form.into')}
        value={draft.intoNew ? 'new' : 'existing'}
        onChange={(value) => onChange({ intoNew: value === 'new' })}
      >
        <Group mt={6}>
          <Radio value="existing" label={t('reorganisation.form.intoExisting')} />
          <Radio value="new" label={t('reorganisation.form.intoNew')} />
        </Group>
      </Radio.Group>
      {draft.intoNew ? (
        <NewAgencyFields
          agency={newAgency}
          names={names}
          tried={tried}
          onChange={(agency) => onChange({ parts: [agency] })}
        />
      ) : (
        <AgencyField
          label={t('reorganisation.form.intoExisting')}
          value={draft.other}
          names={names}
          onChange={(other) => onChange({ other })}
          error={tried && draft.other === null ? t('reorganisation.form.missingAgency') : undefined}
        />
      )}
      <ChildrenFollow draft={draft} onChange={onChange} />
    </>
  );
}

function Merging({ draft, names, tried, onChange }: Props) {
  const { t } = useTranslation();
  const { agencyIds } = draft;
  return (
    <div>
      <RecipientPicker
        label={t('reorganisation.form.mergeThese')}
        chosen={agencyIds}
        onPick={(agency) => {
          names.remember(agency);
          onChange({ agencyIds: [...agencyIds, agency.id] });
        }}
      />
      {tried && agencyIds.length === 0 && <Input.Error>{t('reorganisation.form.missingAgencies')}</Input.Error>}
      <ul className={classes.chosen}>
        {agencyIds.map((id) => {
          const name = names.nameOf({ agencyId: id }) ?? t('reorganisation.steps.words.unknown');
          return (
            <li key={id}>
              <Group gap={4} wrap="nowrap">
                <Text size="sm" fw={500}>
                  {name}
                </Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('reorganisation.form.removeAgency', { name })}
                  onClick={() => onChange({ agencyIds: agencyIds.filter((one) => one !== id) })}
                >
                  <IconX size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

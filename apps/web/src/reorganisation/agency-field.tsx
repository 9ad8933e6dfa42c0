import { Button, Group, Input, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AgencyOfPlan } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import type { AgencyNames } from './agency-names.js';

interface Props {
  readonly label: string;
  readonly value: AgencyOfPlan | null;
  readonly names: AgencyNames;
  readonly onChange: (agency: AgencyOfPlan | null) => void;
  /** Whether an agency that the plan sets up can be chosen too. */
  readonly takesNew?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}

/** One agency, found on the server or among the new ones of the plan. */
export function AgencyField({ label, value, names, onChange, takesNew = false, hint, error }: Props) {
  const { t } = useTranslation();
  if (value !== null) {
    return (
      <Input.Wrapper label={label} error={error}>
        <Group gap="xs" wrap="nowrap" justify="space-between">
          <Text size="sm" fw={500}>
            {names.nameOf(value) ?? t('reorganisation.steps.words.unknown')}
          </Text>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(null)}>
            {t('reorganisation.form.change')}
          </Button>
        </Group>
      </Input.Wrapper>
    );
  }
  return (
    <Stack gap={6}>
      <RecipientPicker
        label={label}
        chosen={[]}
        onPick={(agency) => {
          names.remember(agency);
          onChange({ agencyId: agency.id });
        }}
      />
      {takesNew && names.newAgencies.length > 0 && (
        <Select
          size="xs"
          label={t('reorganisation.form.fromPlan')}
          data={names.newAgencies.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
          value={null}
          onChange={(code) => onChange(code === null ? null : { newCode: code })}
        />
      )}
      {hint !== undefined && <Input.Description>{hint}</Input.Description>}
      {error !== undefined && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
}

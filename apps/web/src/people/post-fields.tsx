import { Checkbox, Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Role, SigningForm } from '../api/types.js';
import { DueDateInput } from '../outgoing/due-date-input.js';
import { unitsQuery } from './people-queries.js';
import { roles } from './people-search.js';
import type { PostDraft } from './post-draft.js';

const forms = ['KT', 'TL', 'TUQ', 'TM'] as const satisfies readonly SigningForm[];

interface Props {
  readonly agencyId: string;
  readonly draft: PostDraft;
  readonly change: (part: Partial<PostDraft>) => void;
  /** The roles that may be chosen; none where the role is fixed. */
  readonly grantable: readonly Role[];
  readonly tried: boolean;
  readonly dates: 'both' | 'end' | 'none';
}

export function PostFields({ agencyId, draft, change, grantable, tried, dates }: Props) {
  const { t } = useTranslation();
  const units = useQuery({ ...unitsQuery(agencyId), enabled: agencyId !== '' });
  const optional = ` (${t('common.optional')})`;
  return (
    <>
      {grantable.length > 0 && (
        <Select
          label={t('people.roleLabel')}
          description={t(`people.roleHint.${draft.role}`)}
          allowDeselect={false}
          data={roles
            .filter((role) => grantable.includes(role))
            .map((role) => ({ value: role, label: t(`terms.role.${role}`) }))}
          value={draft.role}
          onChange={(value) => change({ role: roles.find((role) => role === value) ?? draft.role })}
        />
      )}
      <TextInput
        label={t('people.position')}
        description={t('people.positionHint')}
        required
        maxLength={100}
        value={draft.position}
        onChange={(event) => change({ position: event.currentTarget.value })}
        error={tried && draft.position.trim() === '' && t('people.missing')}
      />
      {(units.data?.items.length ?? 0) > 0 && (
        <Select
          label={t('people.unit')}
          placeholder={t('people.noUnit')}
          clearable
          clearButtonProps={{ 'aria-label': t('people.noUnit') }}
          searchable
          data={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.unitId}
          onChange={(unitId) => change({ unitId })}
        />
      )}
      {draft.role === 'leader' && (
        <Checkbox.Group
          label={t('people.signingForms') + optional}
          value={[...draft.signingForms]}
          onChange={(values) => change({ signingForms: forms.filter((form) => values.includes(form)) })}
        >
          <Group gap="sm" mt={6}>
            {forms.map((form) => (
              <Checkbox key={form} value={form} label={t(`people.form.${form}`)} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      {dates === 'both' && (
        <DueDateInput
          label={t('people.from') + optional}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          error={undefined}
        />
      )}
      {dates !== 'none' && (
        <DueDateInput
          label={t('people.to') + optional}
          value={draft.validTo}
          onChange={(validTo) => change({ validTo })}
          error={undefined}
        />
      )}
    </>
  );
}

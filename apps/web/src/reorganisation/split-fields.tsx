import { Button, Radio, Select, Stack } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NewAgencyOfPlan, Plan } from '../api/types.js';
import { AgencyField } from './agency-field.js';
import type { AgencyNames } from './agency-names.js';
import { ChildrenFollow } from './children-follow.js';
import { NewAgencyFields } from './new-agency-fields.js';
import classes from './reorganisation.module.css';
import { PostsOfSplit } from './posts-of-split.js';
import { emptyAgency, type FieldsProps } from './step-draft.js';

interface Props extends FieldsProps {
  readonly names: AgencyNames;
  readonly plan: Plan;
}

/** An agency that becomes several, or that a part leaves. */
export function SplitFields({ draft, names, plan, tried, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <AgencyField
        label={t('reorganisation.form.agency')}
        value={draft.agencyId === null ? null : { agencyId: draft.agencyId }}
        names={names}
        onChange={(agency) =>
          onChange({ agencyId: agency !== null && 'agencyId' in agency ? agency.agencyId : null, posts: [] })
        }
        error={tried && draft.agencyId === null ? t('reorganisation.form.missingAgency') : undefined}
      />
      <Radio.Group
        label={t('reorganisation.form.whatHappens')}
        value={draft.closes ? 'closes' : 'continues'}
        onChange={(value) => onChange({ closes: value === 'closes' })}
      >
        <Stack gap={6} mt={6}>
          <Radio value="closes" label={t('reorganisation.form.closes')} />
          <Radio value="continues" label={t('reorganisation.form.continues')} />
        </Stack>
      </Radio.Group>
      <Parts draft={draft} names={names} tried={tried} onChange={onChange} />
      {draft.closes && <Lead draft={draft} tried={tried} onChange={onChange} />}
      {draft.agencyId !== null && (
        <PostsOfSplit plan={plan} agencyId={draft.agencyId} draft={draft} onChange={onChange} />
      )}
      {draft.closes && <ChildrenFollow draft={draft} onChange={onChange} />}
    </>
  );
}

function Parts({ draft, names, tried, onChange }: Omit<Props, 'plan'>) {
  const { t } = useTranslation();
  const { parts } = draft;
  const put = (at: number, part: NewAgencyOfPlan) => {
    const former = parts[at]?.code;
    // Who was assigned to a part, or takes over as it, stays so when its code is written anew.
    onChange({
      parts: parts.map((one, index) => (index === at ? part : one)),
      leadCode: draft.leadCode === former ? part.code : draft.leadCode,
      posts: draft.posts.map((post) => (post.partCode === former ? { ...post, partCode: part.code } : post)),
    });
  };
  return (
    <>
      {parts.map((part, index) => (
        <fieldset key={index} className={classes.part}>
          <legend>{t('reorganisation.form.part', { number: index + 1 })}</legend>
          <Stack gap="sm">
            <NewAgencyFields agency={part} names={names} tried={tried} onChange={(next) => put(index, next)} />
            {parts.length > 1 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => onChange({ parts: parts.filter((_, at) => at !== index) })}
              >
                {t('reorganisation.form.removePart', { number: index + 1 })}
              </Button>
            )}
          </Stack>
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => onChange({ parts: [...parts, emptyAgency] })}
      >
        {t('reorganisation.form.addPart')}
      </Button>
    </>
  );
}

function Lead({ draft, tried, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const named = draft.parts.filter(
    ({ code }, at) => code !== '' && draft.parts.findIndex((one) => one.code === code) === at,
  );
  return (
    <Select
      label={t('reorganisation.form.lead')}
      description={t('reorganisation.form.leadHint')}
      required
      data={named.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      value={draft.leadCode}
      onChange={(leadCode) => onChange({ leadCode })}
      error={tried && draft.leadCode === null ? t('reorganisation.form.missingLead') : undefined}
    />
  );
}

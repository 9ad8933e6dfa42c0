import { Button, Collapse, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.js';
import type { DocumentType, Signer } from '../api/types.js';
import { type DraftFields, hasMoreFields } from './draft-fields.js';
import type { Keeping } from './draft-keeper.js';
import { DraftMoreFields } from './draft-more-fields.js';
import classes from './draft-page.module.css';
import type { Missing } from './missing-in.js';
import { SigningFormField } from './signing-form-field.js';

const DueDateInput = lazy(async () => ({ default: (await import('./due-date-input.js')).DueDateInput }));
const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const;

interface Props {
  readonly fields: DraftFields;
  readonly change: (part: Partial<DraftFields>) => void;
  readonly types: readonly DocumentType[];
  readonly signers: readonly Signer[] | undefined;
  readonly missing: readonly Missing[];
  readonly keeping: Keeping;
}

export function DraftFacts({ fields, change, types, signers, missing, keeping }: Props) {
  const { t } = useTranslation();
  const [more, { toggle }] = useDisclosure(hasMoreFields(fields));
  const refused = keeping.state === 'refused' ? fieldErrors(keeping.error) : {};
  const fault = (name: Missing, path: string) =>
    missing.includes(name) ? t(`outgoing.draft.missing.${name}`) : refused[path];
  const isLetter = types.find(({ code }) => code === fields.typeCode)?.abbreviation === null;
  const isRetired = types.length > 0 && fields.typeCode !== '' && !types.some(({ code }) => code === fields.typeCode);
  const optional = ` (${t('common.optional')})`;

  return (
    <section className={classes.card} aria-labelledby="draft-facts">
      <h2 id="draft-facts" className={classes.heading}>
        {t('outgoing.draft.facts')}
      </h2>
      <Textarea
        data-missing="subject"
        label={t('outgoing.draft.subject')}
        description={t('outgoing.draft.subjectHint')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={fields.subject}
        onChange={(event) => change({ subject: event.currentTarget.value.replaceAll('\n', ' ') })}
        error={fault('subject', 'subject')}
      />
      <Select
        label={t('outgoing.draft.type')}
        required
        searchable
        allowDeselect={false}
        data={types.map(({ code, name, abbreviation }) => ({
          value: code,
          label: abbreviation === null ? name : `${name} (${abbreviation})`,
        }))}
        value={fields.typeCode === '' ? null : fields.typeCode}
        onChange={(typeCode) => change({ typeCode: typeCode ?? '' })}
        error={isRetired ? t('outgoing.draft.typeRetired') : fault('type', 'typeCode')}
      />
      {isLetter && (
        <TextInput
          label={t('outgoing.draft.draftingUnit') + optional}
          description={t('outgoing.draft.draftingUnitHint')}
          maxLength={20}
          value={fields.draftingUnit}
          onChange={(event) => change({ draftingUnit: event.currentTarget.value })}
          error={refused['draftingUnit']}
        />
      )}
      <Select
        label={t('outgoing.draft.signer')}
        required
        allowDeselect={false}
        data={(signers ?? []).map(({ postId, fullName, position }) => ({
          value: postId,
          label: `${fullName} · ${position}`,
        }))}
        value={fields.signerPostId === '' ? null : fields.signerPostId}
        onChange={(signerPostId) => change({ signerPostId: signerPostId ?? '', signingForm: null })}
        error={signers?.length === 0 ? t('outgoing.draft.noSigner') : fault('signer', 'signerPostId')}
      />
      <SigningFormField
        signer={signers?.find(({ postId }) => postId === fields.signerPostId)}
        {...{ fields, change }}
      />
      <div>
        <div id="draft-urgency" className={classes.label}>
          {t('outgoing.draft.urgency')}
        </div>
        <SegmentedControl
          fullWidth
          size="sm"
          aria-labelledby="draft-urgency"
          data={urgencies.map((value) => ({ value, label: t(`common.urgency.${value}`) }))}
          value={fields.urgency}
          onChange={(value) => change({ urgency: urgencies.find((known) => known === value) ?? 'normal' })}
        />
      </div>
      <Suspense fallback={<TextInput label={t('outgoing.draft.dueDate') + optional} disabled />}>
        <DueDateInput
          label={t('outgoing.draft.dueDate') + optional}
          value={fields.dueDate}
          onChange={(dueDate) => change({ dueDate })}
          error={refused['dueDate']}
        />
      </Suspense>
      <Button
        variant="subtle"
        size="compact-sm"
        justify="start"
        rightSection={<IconChevronDown size={16} aria-hidden />}
        aria-expanded={more}
        onClick={toggle}
      >
        {t('outgoing.draft.moreFields')}
      </Button>
      <Collapse expanded={more}>
        <DraftMoreFields fields={fields} change={change} refused={refused} />
      </Collapse>
    </section>
  );
}

import { Button, Collapse, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconChevronDown } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.js';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { DueDateInput } from '../outgoing/due-date-input.js';
import { DayField } from './day-field.js';
import { IssuerField } from './issuer-field.js';
import { type PaperField, type PaperFields, usualType } from './paper-fields.js';
import classes from './paper.module.css';

const urgencies = ['normal', 'urgent', 'very-urgent', 'express'] as const;

interface Props {
  readonly fields: PaperFields;
  readonly change: (part: Partial<PaperFields>) => void;
  readonly missing: readonly PaperField[];
  /** What the server said no to. */
  readonly error: unknown;
  readonly firstField?: Ref<HTMLInputElement>;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The fields of a paper in the order in which they stand on it; Enter registers. */
export function PaperForm({ fields, change, missing, error, firstField, onSubmit, children }: Props) {
  const { t } = useTranslation();
  const types = useQuery(documentTypesQuery).data ?? [];
  const [more, { toggle }] = useDisclosure(fields.urgency !== 'normal' || fields.dueDate !== null);
  const refused = fieldErrors(error);
  const fault = (name: PaperField): string | undefined => (missing.includes(name) ? t('paper.missing') : refused[name]);
  const onKeyDown = (event: KeyboardEvent) => {
    // A subject is one paragraph.
    if (event.key === 'Enter') {
      event.preventDefault();
      onSubmit();
    }
  };
  return (
    <form
      className={classes.form}
      aria-label={t('paper.title')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <IssuerField
        issuerId={fields.issuerId}
        issuerName={fields.issuerName}
        onChange={change}
        error={fault('issuerName')}
        {...(firstField === undefined ? {} : { inputRef: firstField })}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('paper.symbol')}
          required
          maxLength={100}
          value={fields.symbol}
          onChange={(event) => change({ symbol: event.currentTarget.value })}
          error={fault('symbol')}
        />
        <DayField
          label={t('paper.issuedOn')}
          required
          value={fields.issuedOn}
          onChange={(issuedOn) => change({ issuedOn })}
          error={fault('issuedOn')}
        />
      </div>
      <div className={classes.pair}>
        <Select
          label={t('paper.type')}
          required
          searchable
          allowDeselect={false}
          selectFirstOptionOnChange
          data={types.map(({ code, name, abbreviation }) => ({
            value: code,
            label: abbreviation === null ? name : `${name} (${abbreviation})`,
          }))}
          value={fields.typeCode === '' ? null : fields.typeCode}
          onChange={(typeCode) => change({ typeCode: typeCode ?? usualType })}
          error={fault('typeCode')}
        />
        <NumberInput
          label={t('paper.pageCount')}
          min={1}
          max={9999}
          allowDecimal={false}
          hideControls
          value={fields.pageCount ?? ''}
          onChange={(count) => change({ pageCount: typeof count === 'number' ? count : null })}
          error={fault('pageCount')}
        />
      </div>
      <Textarea
        label={t('paper.subject')}
        required
        autosize
        minRows={2}
        maxLength={500}
        value={fields.subject}
        onKeyDown={onKeyDown}
        onChange={(event) => change({ subject: event.currentTarget.value.replaceAll('\n', ' ') })}
        error={fault('subject')}
      />
      <Button
        variant="subtle"
        color="gray"
        size="xs"
        className={classes.more}
        aria-expanded={more}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        onClick={toggle}
      >
        {t('paper.more')}
      </Button>
      <Collapse expanded={more}>
        <div className={classes.pair}>
          <Select
            label={t('paper.urgency')}
            allowDeselect={false}
            data={urgencies.map((value) => ({ value, label: t(`common.urgency.${value}`) }))}
            value={fields.urgency}
            onChange={(value) => change({ urgency: urgencies.find((one) => one === value) ?? 'normal' })}
          />
          <DueDateInput
            label={t('paper.dueDate')}
            value={fields.dueDate}
            onChange={(dueDate) => change({ dueDate })}
            error={fault('dueDate')}
          />
          <DayField
            label={t('paper.arrivedOn')}
            placeholder={t('paper.today')}
            value={fields.arrivedOn}
            onChange={(arrivedOn) => change({ arrivedOn })}
            error={fault('arrivedOn')}
          />
          <TextInput
            label={t('paper.signer')}
            maxLength={100}
            value={fields.signerName}
            onChange={(event) => change({ signerName: event.currentTarget.value })}
          />
        </div>
      </Collapse>
      {children}
    </form>
  );
}

import { Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PaperReasonChoice } from '../api/types.js';
import { paperReasonsQuery } from '../paper-reasons/reason-queries.js';
import classes from './recipients-field.module.css';

interface Props {
  /** Whom the paper is for. */
  readonly name: string;
  readonly value: PaperReasonChoice | null;
  readonly onChange: (value: PaperReasonChoice | null) => void;
}

/** Why paper is sent: a reason of the list, and words where it asks for them. */
export function PaperReasonField({ name, value, onChange }: Props) {
  const { t } = useTranslation();
  const reasons = useQuery(paperReasonsQuery).data ?? [];
  const chosen = reasons.find(({ code }) => code === value?.code);
  return (
    <div className={classes.reason}>
      <Select
        size="xs"
        aria-label={t('sending.reason.label', { name })}
        placeholder={t('sending.reason.placeholder')}
        allowDeselect={false}
        data={reasons
          .filter(({ code, isRetired }) => !isRetired || code === value?.code)
          .map((reason) => ({
            value: reason.code,
            label: reason.isRetired ? t('sending.reason.retired', { name: reason.name }) : reason.name,
            disabled: reason.isRetired,
          }))}
        value={value?.code ?? null}
        onChange={(code) => {
          onChange(code === null ? null : { code, note: value?.note ?? '' });
        }}
      />
      {(chosen?.needsWords === true || (value !== null && value.note !== '')) && (
        <TextInput
          size="xs"
          aria-label={t('sending.reason.note', { name })}
          placeholder={t('sending.reason.notePlaceholder')}
          maxLength={200}
          value={value?.note ?? ''}
          onChange={(event) => {
            onChange({ code: value?.code ?? '', note: event.currentTarget.value });
          }}
        />
      )}
    </div>
  );
}

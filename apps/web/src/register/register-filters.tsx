import { NumberInput, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentTypesQuery, signersQuery } from '../outgoing/document-queries.js';
import { AgencyFilter } from '../people/agency-filter.js';
import classes from './register-page.module.css';
import { numberStates, type RegisterSearch } from './register-search.js';

interface Props {
  readonly wanted: RegisterSearch;
  readonly onNarrow: (change: Partial<Record<keyof RegisterSearch, unknown>>) => void;
}

/** Narrows the register of a year to a kind, a state, days, a signer and a recipient. */
export function RegisterFilters({ wanted, onNarrow }: Props) {
  const { t } = useTranslation();
  const types = useQuery(documentTypesQuery);
  const signers = useQuery(signersQuery);
  return (
    <div className={classes.filters} data-no-print>
      <NumberInput
        className={classes.year}
        size="sm"
        aria-label={t('register.year')}
        placeholder={t('register.thisYear')}
        min={1945}
        max={9999}
        hideControls
        value={wanted.year ?? ''}
        onBlur={(event) => {
          onNarrow({ year: event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value) });
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.currentTarget.blur();
          }
        }}
      />
      <Choice
        label={t('register.type')}
        any={t('register.anyType')}
        data={(types.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        value={wanted.typeCode}
        onChange={(typeCode) => {
          onNarrow({ typeCode });
        }}
      />
      <Choice
        label={t('register.state')}
        any={t('register.anyState')}
        data={numberStates.map((state) => ({ value: state, label: t(`register.states.${state}`) }))}
        value={wanted.state}
        onChange={(state) => {
          onNarrow({ state });
        }}
      />
      <Choice
        label={t('register.signer')}
        any={t('register.anySigner')}
        data={(signers.data ?? []).map(({ postId, fullName, position }) => ({
          value: postId,
          label: `${fullName} – ${position}`,
        }))}
        value={wanted.signerPostId}
        onChange={(signerPostId) => {
          onNarrow({ signerPostId });
        }}
      />
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.day}>
          <span>{t(`register.${end}`)}</span>
          <TextInput
            type="date"
            size="sm"
            value={wanted[end] ?? ''}
            onChange={(event) => {
              onNarrow({ [end]: event.currentTarget.value });
            }}
          />
        </label>
      ))}
      <AgencyFilter
        label={t('register.recipient')}
        agencyId={wanted.recipientId}
        onChoose={(recipientId) => {
          onNarrow({ recipientId });
        }}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly any: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, any, data, value, onChange }: ChoiceProps) {
  return (
    <Select
      className={classes.choice}
      size="sm"
      aria-label={label}
      placeholder={any}
      clearable
      searchable
      clearButtonProps={{ 'aria-label': any }}
      data={[...data]}
      value={value ?? null}
      onChange={(chosen) => {
        onChange(chosen ?? undefined);
      }}
    />
  );
}

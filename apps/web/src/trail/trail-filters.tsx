import { Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { trailActions, wordsOfAction } from '#contracts';
import { currentLanguage } from '../i18n/i18n.js';
import { AgencyFilter } from '../people/agency-filter.js';
import { useMay } from '../session/use-session.js';
import classes from './trail-page.module.css';
import type { TrailSearch } from './trail-search.js';

interface Props {
  readonly wanted: TrailSearch;
  readonly onNarrow: (change: Partial<Record<keyof TrailSearch, unknown>>) => void;
}

/** Narrows the trail to days, an agency, an act; and shows the person or the thing that was chosen in a row. */
export function TrailFilters({ wanted, onNarrow }: Props) {
  const { t } = useTranslation();
  const seesAll = useMay('trail:read-all');
  return (
    <div className={classes.filters} data-no-print>
      <Day
        label={t('trail.from')}
        value={wanted.from}
        onChange={(from) => {
          onNarrow({ from });
        }}
      />
      <Day
        label={t('trail.to')}
        value={wanted.to}
        onChange={(to) => {
          onNarrow({ to });
        }}
      />
      <Select
        size="sm"
        className={classes.action}
        aria-label={t('trail.action')}
        placeholder={t('trail.anyAction')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('trail.anyAction') }}
        nothingFoundMessage={t('trail.nothing')}
        data={trailActions.map((action) => ({ value: action, label: wordsOfAction(action, currentLanguage()) }))}
        value={wanted.action ?? null}
        onChange={(action) => {
          onNarrow({ action });
        }}
      />
      {seesAll && (
        <AgencyFilter
          agencyId={wanted.agency}
          onChoose={(agency) => {
            onNarrow({ agency });
          }}
        />
      )}
      {wanted.person !== undefined && (
        <Chosen
          word={t('trail.onePerson')}
          onClear={() => {
            onNarrow({ person: undefined });
          }}
        />
      )}
      {wanted.object !== undefined && (
        <Chosen
          word={t('trail.oneObject')}
          onClear={() => {
            onNarrow({ object: undefined, objectType: undefined });
          }}
        />
      )}
    </div>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <label className={classes.day}>
      <span>{label}</span>
      <TextInput
        type="date"
        size="sm"
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    </label>
  );
}

function Chosen({ word, onClear }: { readonly word: string; readonly onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <Button
      variant="light"
      size="sm"
      rightSection={<IconX size={16} aria-hidden />}
      aria-label={`${word} – ${t('trail.clear')}`}
      onClick={onClear}
    >
      {word}
    </Button>
  );
}

import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { fold } from '../ui/fold.js';
import type { Issuer } from '../api/types.js';
import type { PaperFields } from './paper-fields.js';
import { issuersQuery } from './paper-queries.js';

type Chosen = Pick<PaperFields, 'issuerId' | 'issuerName'>;

interface Props extends Chosen {
  readonly onChange: (issuer: Chosen) => void;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** In a table: its name is heard and not shown. */
  readonly isNamedOnly?: boolean;
}

/** Who issued a paper: chosen from the directory, or written as it stands on the paper. */
export function IssuerField({ issuerId, issuerName, onChange, error, inputRef, isNamedOnly = false }: Props) {
  const { t } = useTranslation();
  const [search] = useDebouncedValue(issuerName.trim(), 150);
  const { data = [] } = useQuery({
    ...issuersQuery(search),
    placeholderData: keepPreviousData,
    enabled: search !== '',
  });
  const offered = search === '' ? [] : data;
  const words = offered.map((one) => ({ ...one, word: wordOf(one, offered) }));
  const choose = (text: string) => {
    const chosen = words.find(({ word }) => word === text);
    onChange({ issuerId: chosen?.agencyId ?? null, issuerName: chosen?.name ?? text });
  };
  return (
    <Autocomplete
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      {...(isNamedOnly
        ? { 'aria-label': t('paper.issuer'), size: 'xs' }
        : {
            label: t('paper.issuer'),
            required: true,
            description: issuerId === null ? t('paper.issuerHint') : t('paper.issuerKnown'),
          })}
      maxLength={200}
      value={issuerName}
      data={[...new Set(words.map(({ word }) => word))]}
      filter={({ options }) => options}
      onChange={choose}
      onBlur={() => {
        const [same, another] = offered.filter(({ name }) => fold(name) === fold(issuerName));
        if (issuerId === null && same !== undefined && another === undefined) {
          onChange({ issuerId: same.agencyId, issuerName: same.name });
        }
      }}
      onKeyDown={(event) => {
        // The offers come after the letters: Enter takes the first of them.
        if (event.key === 'Enter' && issuerId === null && words[0] !== undefined) {
          event.preventDefault();
          choose(words[0].word);
        }
      }}
      error={error}
    />
  );
}

/** Agencies of one name are told apart by their codes. */
function wordOf({ name, code }: Issuer, among: readonly Issuer[]): string {
  return code !== '' && among.filter((one) => one.name === name).length > 1 ? `${name} (${code})` : name;
}

import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rowsOf } from '../api/paged.js';
import { peopleQuery } from './people-queries.js';

interface Props {
  readonly label: string;
  readonly agencyId: string;
  readonly except: string;
  readonly value: string | null;
  readonly onChange: (personId: string | null) => void;
  readonly error: string | undefined;
}

/** Somebody of an agency, found on the server by what is typed. */
export function PersonPicker({ label, agencyId, except, value, onChange, error }: Props) {
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.split(' · ')[0]?.trim() ?? '', 200);
  const query = useInfiniteQuery({
    ...peopleQuery({ agency: agencyId, ...(search === '' ? {} : { search }) }),
    placeholderData: keepPreviousData,
  });
  return (
    <Select
      label={label}
      required
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={rowsOf(query.data)
        .filter(({ id }) => id !== except)
        .map(({ id, fullName, userName }) => ({ value: id, label: `${fullName} · ${userName}` }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}

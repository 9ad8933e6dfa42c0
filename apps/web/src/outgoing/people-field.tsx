import { ActionIcon, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconEye, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { colleaguesQuery } from '../access/access-queries.js';
import type { AddressedFields } from './addressed-fields.js';
import classes from './recipients-field.module.css';

interface Props {
  readonly fields: AddressedFields;
  readonly change: (part: Partial<AddressedFields>) => void;
}

/** Colleagues who get the document to know (để biết) when it is sent. */
export function PeopleField({ fields: { people }, change }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const found = useQuery({ ...colleaguesQuery(search), placeholderData: keepPreviousData }).data ?? [];
  const free = found.filter(({ postId }) => !people.some((one) => one.postId === postId));
  return (
    <>
      <Select
        label={t('sending.people.add')}
        placeholder={t('sending.people.placeholder')}
        leftSection={<IconEye size={16} aria-hidden />}
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage={t('sending.people.nothing')}
        value={null}
        data={free.map(({ postId, fullName, position }) => ({ value: postId, label: `${fullName}, ${position}` }))}
        onChange={(id) => {
          const person = free.find(({ postId }) => postId === id);
          if (person !== undefined) {
            const { postId, fullName, position } = person;
            change({ people: [...people, { postId, fullName, position }] });
            setText('');
          }
        }}
      />
      {people.length > 0 && (
        <ul className={classes.list} aria-label={t('sending.people.title')}>
          {people.map(({ postId, fullName, position }) => (
            <li key={postId} className={classes.person}>
              <span className={classes.name}>
                {fullName}
                <span className={classes.address}>{position}</span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('sending.people.remove', { name: fullName })}
                onClick={() => change({ people: people.filter((one) => one.postId !== postId) })}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

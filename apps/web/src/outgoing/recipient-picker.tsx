import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../api/types.js';
import { agenciesQuery } from './document-queries.js';
import classes from './recipient-picker.module.css';

interface Props {
  readonly chosen: readonly string[];
  readonly onPick: (agency: Agency) => void;
  readonly label?: string;
}

/** Finds agencies on the server: the national catalogue is far too long for a list on the page. */
export function RecipientPicker({ chosen, onPick, label }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const query = useQuery({
    ...agenciesQuery(search),
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const found = (query.data ?? []).filter(({ id }) => !chosen.includes(id));

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const agency = found.find((one) => one.id === id);
        if (agency !== undefined) {
          onPick(agency);
          setText('');
          combobox.closeDropdown();
        }
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label ?? t('outgoing.to.find')}
          placeholder={t('outgoing.to.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={query.isFetching && <Loader size={16} />}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.options}>
          {found.map(({ id, name, abbreviation, code }) => (
            <Combobox.Option key={id} value={id}>
              <span className={classes.name}>{name}</span>
              <span className={classes.code}>
                {abbreviation} · {code}
              </span>
            </Combobox.Option>
          ))}
          {found.length === 0 && !query.isFetching && <Combobox.Empty>{t('outgoing.to.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

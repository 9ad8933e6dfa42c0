import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { AgencyRef } from '../api/types.js';

interface Props {
  readonly label: string;
  /** What stands there while none is chosen. */
  readonly noneWord?: string;
  readonly value: AgencyRef | null;
  readonly onChange: (agency: AgencyRef | null) => void;
  readonly error: string | undefined;
}

/** Finds one agency on the server, or none. */
export function AgencyPicker({ label, noneWord, value, onChange, error }: Props) {
  const { t } = useTranslation();
  const none = noneWord ?? t('agencies.noParent');
  const [text, setText] = useState<string | null>(null);
  const [search] = useDebouncedValue((text ?? '').trim(), 200);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const query = useQuery({
    queryKey: ['agencies', 'picker', search],
    queryFn: async ({ signal }) =>
      (await read(client.GET('/api/v1/agencies', { params: { query: { search, limit: 20 } }, signal }))).items,
    enabled: combobox.dropdownOpened,
    placeholderData: keepPreviousData,
  });
  const found = query.data ?? [];

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChange(found.find((one) => one.id === id) ?? null);
        setText(null);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={none}
          error={error}
          rightSection={
            query.isFetching ? (
              <Loader size={16} />
            ) : (
              value !== null && (
                <CloseButton
                  size="sm"
                  aria-label={none}
                  onClick={() => {
                    onChange(null);
                    setText(null);
                  }}
                />
              )
            )
          }
          value={text ?? value?.name ?? ''}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onBlur={() => {
            setText(null);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={240}>
          {found.map(({ id, name, code }) => (
            <Combobox.Option key={id} value={id}>
              {name} · {code}
            </Combobox.Option>
          ))}
          {found.length === 0 && !query.isFetching && <Combobox.Empty>{t('agencies.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

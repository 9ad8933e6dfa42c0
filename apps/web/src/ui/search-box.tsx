import { CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnSearches } from './own-searches.js';
import classes from './search-box.module.css';
import { useKeys } from './use-keys.js';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

export function SearchBox({ label, value, onSearch }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [own] = useState(() => new OwnSearches());
  const search = useDebouncedCallback((next: string) => {
    own.ask(next, value);
    onSearch(next);
  }, 250);
  // Changed by something else, such as a saved view.
  useEffect(() => {
    if (!own.hasAskedFor(value)) {
      setText(value);
    }
  }, [own, value]);
  useKeys({ '/': () => input.current?.focus() });

  const change = (next: string) => {
    setText(next);
    search(next.trim());
  };

  return (
    <TextInput
      ref={input}
      type="search"
      role="searchbox"
      className={classes.box}
      aria-label={label}
      placeholder={label}
      maxLength={100}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text !== '' && (
          <CloseButton
            size="sm"
            aria-label={t('common.clearSearch')}
            onClick={() => {
              change('');
              input.current?.focus();
            }}
          />
        )
      }
      value={text}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          input.current?.blur();
        }
      }}
    />
  );
}

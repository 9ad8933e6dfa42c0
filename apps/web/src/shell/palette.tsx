import { openSpotlight, Spotlight } from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFinds } from './use-finds.js';

/** Finds documents, places and actions from the keyboard. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const groups = useFinds(query);
  useEffect(() => {
    openSpotlight();
  }, []);

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      scrollable
      maxHeight={480}
    >
      <Spotlight.Search
        placeholder={t('shell.palette.label')}
        aria-label={t('shell.palette.label')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ key, finds }) => (
          <Spotlight.ActionsGroup key={key} label={t(`shell.palette.${key}`)}>
            {finds.map(({ key: findKey, label, description, icon: Sign, run }) => (
              <Spotlight.Action
                key={findKey}
                label={label}
                description={description}
                leftSection={<Sign size={20} aria-hidden />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t('shell.palette.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

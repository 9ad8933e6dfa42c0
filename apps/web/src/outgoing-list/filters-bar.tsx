import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFilter, IconSquareCheck } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { outgoingSearch, type OutgoingSearch } from '../outgoing/outgoing-search.js';
import { FilterChips } from './filter-chips.js';
import { type FilterKey, filterIn } from './filter-search.js';
import classes from './filters.module.css';
import type { UseSelection } from './use-selection.js';
import { ViewsMenu } from './views-menu.js';

const FilterFields = lazy(async () => ({ default: (await import('./filter-fields.js')).FilterFields }));

interface Props {
  readonly wanted: OutgoingSearch;
  /** Nothing when the reader may do nothing to several at once. */
  readonly selection: UseSelection | null;
}

/** What narrows the list: chips of what is set, the fields behind a button, and the saved views. */
export function FiltersBar({ wanted, selection }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [opened, { toggle }] = useDisclosure(false);
  const filter = filterIn({ ...wanted });
  const narrow = (change: Partial<Record<FilterKey, string | undefined>>) => {
    const { box = 'all' } = wanted;
    void navigate({ to: '/outgoing', search: outgoingSearch({ ...wanted, box, ...change }), replace: true });
  };

  return (
    <>
      <div className={classes.tools}>
        <ViewsMenu wanted={wanted} />
        <Button
          variant={opened ? 'light' : 'default'}
          size="xs"
          leftSection={<IconFilter size={16} aria-hidden />}
          aria-expanded={opened}
          onClick={toggle}
        >
          {t('outgoingList.narrow')}
        </Button>
        {selection !== null && (
          <Button
            hiddenFrom="md"
            variant={selection.isSelecting ? 'light' : 'default'}
            size="xs"
            leftSection={<IconSquareCheck size={16} aria-hidden />}
            aria-pressed={selection.isSelecting}
            onClick={() => (selection.isSelecting ? selection.clear() : selection.setSelecting(true))}
          >
            {t('outgoingList.select.mode')}
          </Button>
        )}
        <FilterChips
          filter={filter}
          onDrop={(keys) => narrow(Object.fromEntries(keys.map((key) => [key, undefined])))}
        />
      </div>
      <Collapse expanded={opened}>
        <Suspense>{opened && <FilterFields filter={filter} onNarrow={narrow} />}</Suspense>
      </Collapse>
    </>
  );
}

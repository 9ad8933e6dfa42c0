import { Button, Select, Switch } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSearch, IconPlus, IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { agencyLevels, type AgenciesSearch, agenciesSearch } from './agencies-search.js';
import { AgencyDialog } from './agency-dialog.js';
import { AgencyImportDialog } from './agency-import.js';
import { AgencyLine } from './agency-line.js';
import { agencyListQuery } from './agency-queries.js';
import { AgencyTree } from './agency-tree.js';
import { ExportMenu } from './export-menu.js';
import classes from './agencies.module.css';

export function AgenciesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wish = useSearch({ from: '/desk/agencies' });
  const isFound = wish.search !== undefined || wish.level !== undefined;
  const change = (next: Record<string, unknown>) => {
    void navigate({ to: '/agencies', search: agenciesSearch({ ...wish, ...next }), replace: true });
  };

  return (
    <>
      <PageHeader title={t('agencies.title')}>
        <SearchBox
          label={t('agencies.search')}
          value={wish.search ?? ''}
          onSearch={(search) => {
            change({ search });
          }}
        />
        <ExportMenu wish={wish} />
        <ManagerTools />
      </PageHeader>
      <div className={classes.filters} data-no-print>
        <Select
          size="xs"
          aria-label={t('agencies.level')}
          placeholder={t('agencies.anyLevel')}
          clearable
          data={agencyLevels.map((level) => ({ value: level, label: t(`terms.level.${level}`) }))}
          value={wish.level ?? null}
          onChange={(level) => change({ level })}
        />
        <Switch
          size="sm"
          label={t('agencies.withClosed')}
          checked={wish.closed === true}
          onChange={(event) => change({ closed: event.currentTarget.checked })}
        />
      </div>
      {isFound ? <FoundAgencies wish={wish} /> : <AgencyTree closed={wish.closed === true} />}
    </>
  );
}

function FoundAgencies({ wish }: { readonly wish: AgenciesSearch }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(agencyListQuery(wish));
  return (
    <RowList
      key={JSON.stringify(wish)}
      label={t('agencies.list')}
      query={query}
      renderRow={(agency) => <AgencyLine agency={agency} />}
      empty={<EmptyPlace icon={IconFileSearch} title={t('agencies.nothing')} text={t('agencies.nothingText')} />}
    />
  );
}

function ManagerTools() {
  const { t } = useTranslation();
  const mayManage = useMay('agency:manage');
  const [opened, setOpened] = useState<'add' | 'import' | null>(null);
  if (!mayManage) {
    return null;
  }
  const close = () => setOpened(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTableImport size={18} aria-hidden />}
        onClick={() => setOpened('import')}
      >
        {t('agencies.import.open')}
      </Button>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpened('add')}>
        {t('agencies.add')}
      </Button>
      {opened === 'add' && <AgencyDialog agency={null} parent={null} onClose={close} />}
      {opened === 'import' && <AgencyImportDialog onClose={close} />}
    </>
  );
}

import { Button, Checkbox, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconHierarchy2, IconUserPlus, IconUsers, IconUserSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { AddPersonDialog } from './add-person-dialog.js';
import { AgencyFilter } from './agency-filter.js';
import { peopleQuery } from './people-queries.js';
import { peopleSearch, type PeopleSearch, roles } from './people-search.js';
import classes from './people.module.css';
import { PersonRow } from './person-row.js';

export function PeoplePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = useSearch({ from: '/desk/people' });
  const query = useInfiniteQuery(peopleQuery(wanted));
  const [adding, { open, close }] = useDisclosure(false);
  const mayAdd = useMay('person:manage');
  const seesAll = useMay('person:read-all');
  const { agency, search = '' } = wanted;
  const narrow = (change: Partial<Record<keyof PeopleSearch, unknown>>) => {
    void navigate({ to: '/people', search: peopleSearch({ ...wanted, ...change }), replace: true });
  };
  const addButton = mayAdd && (
    <Button leftSection={<IconUserPlus size={18} aria-hidden />} onClick={open}>
      {t('people.add')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('people.title')}>
        <SearchBox label={t('people.search')} value={search} onSearch={(next) => narrow({ search: next })} />
        <Button
          variant="default"
          leftSection={<IconHierarchy2 size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/people/units" search={agency === undefined ? {} : { agency }} {...props} />}
        >
          {t('people.units')}
        </Button>
        {addButton}
      </PageHeader>
      <div className={classes.filters} data-no-print>
        {seesAll && <AgencyFilter agencyId={agency} onChoose={(id) => narrow({ agency: id })} />}
        <Select
          size="sm"
          aria-label={t('people.roleLabel')}
          placeholder={t('people.allRoles')}
          clearable
          clearButtonProps={{ 'aria-label': t('people.allRoles') }}
          data={roles.map((role) => ({ value: role, label: t(`terms.role.${role}`) }))}
          value={wanted.role ?? null}
          onChange={(role) => narrow({ role })}
        />
        <Checkbox
          size="sm"
          label={t('people.includeEnded')}
          checked={wanted.ended ?? false}
          onChange={(event) => narrow({ ended: event.currentTarget.checked })}
        />
      </div>
      <RowList
        key={JSON.stringify(wanted)}
        label={t('people.list')}
        query={query}
        renderRow={(person) => <PersonRow person={person} showsAgency={seesAll} />}
        empty={<NobodyFound wanted={wanted}>{addButton}</NobodyFound>}
      />
      {adding && (
        <AddPersonDialog
          onClose={close}
          onAdded={({ id, fullName }) => {
            notifications.show({ message: t('people.added', { name: fullName }), color: 'accent', role: 'status' });
            void navigate({ to: '/people/$personId', params: { personId: id } });
          }}
        />
      )}
    </>
  );
}

function NobodyFound({ wanted, children }: { readonly wanted: PeopleSearch; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const { search = '', agency, role } = wanted;
  if (search !== '') {
    return <EmptyPlace icon={IconUserSearch} title={t('people.nothing', { search })} text={t('people.nothingHint')} />;
  }
  if (agency !== undefined || role !== undefined) {
    return <EmptyPlace icon={IconUserSearch} title={t('people.nobodyHere')} text={t('people.nobodyHereHint')} />;
  }
  return (
    <EmptyPlace icon={IconUsers} title={t('people.empty')} text={t('people.emptyText')}>
      {children}
    </EmptyPlace>
  );
}

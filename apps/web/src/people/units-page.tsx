import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconHierarchy2, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { agencyQuery } from './agency-query.js';
import { unitsQuery } from './people-queries.js';
import classes from './people.module.css';
import { UnitDialog } from './unit-dialog.js';
import { UnitTree } from './unit-tree.js';

interface Open {
  readonly unit?: Unit;
  readonly parentId: string | null;
}

/** The units inside an agency as a tree. */
export function UnitsPage() {
  const { t } = useTranslation();
  const own = useSession().post.agency;
  const { agency = own.id } = useSearch({ from: '/desk/people/units' });
  const named = useQuery({ ...agencyQuery(agency), enabled: agency !== own.id });
  const query = useQuery(unitsQuery(agency));
  const [open, setOpen] = useState<Open | null>(null);
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={300} m={24} /> : <PageFault error={query.error} />;
  }
  const { items, mayManage } = query.data;
  const name = agency === own.id ? own.name : (named.data?.name ?? '');
  const addButton = mayManage && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ parentId: null })}>
      {t('people.addUnit')}
    </Button>
  );

  return (
    <>
      <div className={classes.back}>
        <BackLink to="/people" search={agency === own.id ? {} : { agency }} />
        <PageHeader title={t('people.unitsTitle', { name })}>{addButton}</PageHeader>
      </div>
      {items.length === 0 ? (
        <EmptyPlace icon={IconHierarchy2} title={t('people.unitsEmpty')} text={t('people.unitsEmptyText')}>
          {addButton}
        </EmptyPlace>
      ) : (
        <div className={classes.sections}>
          <UnitTree
            units={items}
            parentId={null}
            mayManage={mayManage}
            onAdd={(parentId) => setOpen({ parentId })}
            onEdit={(unit) => setOpen({ unit, parentId: unit.parentId })}
          />
        </div>
      )}
      {open !== null && <UnitDialog agencyId={agency} units={items} {...open} onClose={() => setOpen(null)} />}
    </>
  );
}

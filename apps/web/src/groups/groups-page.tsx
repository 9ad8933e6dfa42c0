import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { IconFileSearch, IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RecipientGroup } from '../api/types.js';
import { useMay } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { StateWord } from '../ui/state-word.js';
import { GroupDialog } from './group-dialog.js';
import { groupListQuery } from './group-queries.js';
import classes from './groups.module.css';

export function GroupsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { search = '' } = useSearch({ from: '/desk/recipient-groups' });
  const query = useInfiniteQuery(groupListQuery(search));
  const [creating, { open, close }] = useDisclosure(false);
  const mayCreate = useMay('group:manage');
  const createButton = mayCreate && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('groups.create')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('groups.title')}>
        <SearchBox
          label={t('groups.search')}
          value={search}
          onSearch={(next) => {
            void navigate({ to: '/recipient-groups', search: next === '' ? {} : { search: next }, replace: true });
          }}
        />
        {createButton}
      </PageHeader>
      <RowList
        key={search}
        label={t('groups.list')}
        query={query}
        renderRow={(group) => <GroupRow group={group} />}
        empty={
          search === '' ? (
            <EmptyPlace icon={IconUsersGroup} title={t('groups.empty')} text={t('groups.emptyText')}>
              {createButton}
            </EmptyPlace>
          ) : (
            <EmptyPlace icon={IconFileSearch} title={t('groups.nothing', { search })} text={t('groups.nothingHint')} />
          )
        }
      />
      {creating && (
        <GroupDialog
          onClose={close}
          onSaved={({ id, name }) => {
            close();
            notifications.show({ message: t('groups.created', { name }), color: 'accent', role: 'status' });
            void navigate({ to: '/recipient-groups/$groupId', params: { groupId: id } });
          }}
        />
      )}
    </>
  );
}

function GroupRow({ group }: { readonly group: RecipientGroup }) {
  const { t } = useTranslation();
  return (
    <Link to="/recipient-groups/$groupId" params={{ groupId: group.id }} className={rowClasses.row} data-row>
      <span className={classes.row}>
        <span className={classes.name}>{group.name}</span>
        <span className={classes.quiet}>{t(`groups.kind.${group.kind}`)}</span>
        <span className={classes.quiet}>{t('groups.members', { number: group.memberCount })}</span>
        <StateWord tone={group.shared ? 'accent' : 'calm'}>
          {t(group.shared ? 'groups.shared' : 'groups.own')}
        </StateWord>
      </span>
    </Link>
  );
}

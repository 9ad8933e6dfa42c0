import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { IconPencil, IconTrash, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GroupMember, RecipientGroup } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import { useConfirm } from '../ui/use-confirm.js';
import { GroupDialog } from './group-dialog.js';
import { groupMembersQuery, groupQuery } from './group-queries.js';
import classes from './groups.module.css';
import { useDeleteGroup, useGroupMembers } from './use-group-actions.js';

export function GroupPage() {
  const { groupId } = useParams({ from: '/desk/recipient-groups/$groupId' });
  const query = useQuery(groupQuery(groupId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenGroup key={groupId} group={query.data} />;
}

function OpenGroup({ group }: { readonly group: RecipientGroup }) {
  const { t } = useTranslation();
  const { id, kind, mayManage } = group;
  const query = useInfiniteQuery({
    ...groupMembersQuery(id),
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: pages.map(({ items, next }) => ({
        next,
        items: items.map((member) => ({ ...member, id: member.agency.id })),
      })),
    }),
  });
  const { add, remove } = useGroupMembers(id);
  const isOwnList = kind === 'list' && mayManage;

  return (
    <>
      <div className={classes.back}>
        <BackLink to="/recipient-groups" search={{}} />
        <PageHeader title={group.name}>{mayManage && <GroupActions group={group} />}</PageHeader>
      </div>
      <p className={classes.about}>
        {[
          t(`groups.kind.${kind}`),
          ...group.levels.map((level) => t(`terms.level.${level}`)),
          ...(group.parent === null ? [] : [group.parent.name]),
          t('groups.members', { number: group.memberCount }),
        ].join(' · ')}
        <br />
        {t(kind === 'list' ? 'groups.todayList' : 'groups.todayLevel')}
      </p>
      {isOwnList && (
        <div className={classes.add}>
          <RecipientPicker
            label={t('groups.add')}
            chosen={query.data?.pages.flatMap(({ items }) => items.map((member) => member.id)) ?? []}
            onPick={(agency) => add.mutate(agency.id)}
          />
        </div>
      )}
      <RowList
        label={t('groups.today')}
        query={query}
        renderRow={(member) => (
          <Member member={member} {...(isOwnList && { onRemove: () => remove.mutate(member.agency.id) })} />
        )}
        empty={
          <EmptyPlace
            icon={IconUsersGroup}
            title={t('groups.noMembers')}
            text={t(kind === 'list' ? 'groups.noMembersText' : 'groups.noMembersLevel')}
          />
        }
      />
    </>
  );
}

function GroupActions({ group }: { readonly group: RecipientGroup }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const deletion = useDeleteGroup();
  const [editing, { open, close }] = useDisclosure(false);
  const { id, name } = group;
  const tell = (message: string) => notifications.show({ message, color: 'accent', role: 'status' });
  const deleteIt = async () => {
    const text = t('groups.deleteText', { name });
    if (await confirm({ title: t('groups.deleteTitle'), text, confirm: t('groups.delete'), dangerous: true })) {
      deletion.mutate(id, {
        onSuccess: () => {
          tell(t('groups.deleted', { name }));
          void navigate({ to: '/recipient-groups', search: {} });
        },
      });
    }
  };

  return (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={open}>
        {t('groups.edit')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        loading={deletion.isPending}
        onClick={() => void deleteIt()}
      >
        {t('groups.delete')}
      </Button>
      {editing && (
        <GroupDialog
          group={group}
          onClose={close}
          onSaved={(saved) => {
            close();
            tell(t('groups.saved', { name: saved.name }));
          }}
        />
      )}
    </>
  );
}

interface MemberProps {
  readonly member: GroupMember;
  readonly onRemove?: () => void;
}

function Member({ member: { agency, closed, successor }, onRemove }: MemberProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.member}>
      <span className={classes.name}>
        {agency.name} <span className={classes.quiet}>{agency.code}</span>
        {closed && (
          <span className={classes.quiet}>
            {' · '}
            {successor === null ? t('groups.noSuccessor') : t('groups.successor', { name: successor.name })}
          </span>
        )}
      </span>
      {closed ? <StateWord tone="care">{t('groups.closed')}</StateWord> : <span />}
      {onRemove !== undefined && (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('groups.remove', { name: agency.name })}
          onClick={onRemove}
        >
          <IconX size={16} aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}

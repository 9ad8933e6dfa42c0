import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconChevronDown, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { AddressedGroup, DocumentView } from '../api/types.js';
import { recordedMembersQuery } from '../groups/group-queries.js';
import classes from './tracking.module.css';

/** The groups that a document is for; from the sending on, whom each stood for at that moment. */
export function AddressedGroups({ document: { id, groups } }: { readonly document: DocumentView }) {
  if (groups.length === 0) {
    return null;
  }
  return (
    <ul className={classes.groups}>
      {groups.map((group) => (
        <li key={group.id} className={classes.delivery} data-group={group.id}>
          <GroupLine documentId={id} group={group} />
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  readonly documentId: string;
  readonly group: AddressedGroup;
}

function GroupLine({ documentId, group: { id, name, channel, memberCount, isRecorded } }: LineProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const words = (
    <>
      <span className={classes.name}>
        <IconUsersGroup size={16} aria-hidden className={classes.icon} /> {t('outgoing.track.group', { name })}
      </span>
      <span className={classes.quiet}>
        {t(isRecorded ? 'outgoing.track.groupSent' : 'outgoing.track.groupToday', { number: memberCount })} ·{' '}
        {t(`common.channel.${channel}`)}
      </span>
    </>
  );
  if (!isRecorded) {
    return <span className={classes.group}>{words}</span>;
  }
  return (
    <>
      <button
        type="button"
        className={classes.group}
        aria-expanded={opened}
        aria-label={t('outgoing.track.showGroup', { name })}
        onClick={() => setOpened((was) => !was)}
      >
        {words}
        <IconChevronDown size={16} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
      </button>
      {opened && <RecordedMembers documentId={documentId} groupId={id} />}
    </>
  );
}

function RecordedMembers({ documentId, groupId }: { readonly documentId: string; readonly groupId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(recordedMembersQuery(documentId, groupId));
  return (
    <>
      <ul className={classes.members}>
        {rowsOf(query.data).map(({ id, name, code }) => (
          <li key={id}>
            {name} <span className={classes.quiet}>{code}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
    </>
  );
}

import { ActionIcon, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconUsersGroup, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExchangeMode, PaperReasonChoice } from '../api/types.js';
import { offeredGroupsQuery } from '../groups/group-queries.js';
import { fold } from '../ui/fold.js';
import { StateWord } from '../ui/state-word.js';
import type { AddressedFields, DraftGroup } from './addressed-fields.js';
import { PaperReasonField } from './paper-reason-field.js';
import page from './draft-page.module.css';
import classes from './recipients-field.module.css';

const modes = ['electronic', 'electronic-with-paper', 'paper'] as const;

interface Props {
  readonly fields: AddressedFields;
  readonly change: (part: Partial<AddressedFields>) => void;
  /** In which a group begins to be sent to. */
  readonly channel: ExchangeMode;
}

/** Groups among the recipients, each with how many agencies it is today. */
export function GroupsField({ fields: { groups }, change, channel }: Props) {
  const { t } = useTranslation();
  const offered = useQuery(offeredGroupsQuery).data ?? [];
  const free = offered.filter(({ id }) => !groups.some(({ group }) => group.id === id));
  const set = (id: string, value: string | null) => {
    const mode = modes.find((known) => known === value) ?? 'electronic';
    change({ groups: groups.map((one) => (one.group.id === id ? { ...one, channel: mode } : one)) });
  };

  return (
    <>
      <Select
        label={t('outgoing.to.findGroup')}
        placeholder={t('outgoing.to.groupPlaceholder')}
        leftSection={<IconUsersGroup size={16} aria-hidden />}
        searchable
        nothingFoundMessage={t('outgoing.to.noGroup')}
        value={null}
        data={free.map(({ id, name, memberCount }) => ({
          value: id,
          label: `${name} (${memberCount})`,
          disabled: memberCount === 0,
        }))}
        filter={({ options, search }) =>
          options.filter((option) => 'label' in option && fold(option.label).includes(fold(search)))
        }
        onChange={(id) => {
          const group = offered.find((one) => one.id === id);
          if (group !== undefined) {
            change({ groups: [...groups, { group: { ...group, isDeleted: false }, channel, paperReason: null }] });
          }
        }}
      />
      {groups.length > 0 && (
        <ul className={classes.list} aria-describedby="draft-groups-hint">
          {groups.map((one) => (
            <GroupLine
              key={one.group.id}
              chosen={one}
              onChannel={(value) => set(one.group.id, value)}
              onReason={(paperReason) =>
                change({ groups: groups.map((other) => (other === one ? { ...one, paperReason } : other)) })
              }
              onRemove={() => change({ groups: groups.filter(({ group }) => group.id !== one.group.id) })}
            />
          ))}
        </ul>
      )}
      {groups.length > 0 && (
        <p id="draft-groups-hint" className={classes.none}>
          {t('outgoing.to.groupHint')}
        </p>
      )}
    </>
  );
}

interface LineProps {
  readonly chosen: DraftGroup;
  readonly onChannel: (value: string | null) => void;
  readonly onReason: (value: PaperReasonChoice | null) => void;
  readonly onRemove: () => void;
}

function GroupLine({ chosen: { group, channel, paperReason }, onChannel, onReason, onRemove }: LineProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.line}>
      <span className={classes.name}>
        {group.name}{' '}
        {group.isDeleted ? (
          <span className={page.fault}>{t('outgoing.to.groupDeleted')}</span>
        ) : (
          <StateWord tone={group.memberCount === 0 ? 'care' : 'calm'}>
            {group.memberCount === 0
              ? t('outgoing.to.groupEmpty')
              : t('outgoing.to.groupMembers', { number: group.memberCount })}
          </StateWord>
        )}
      </span>
      <Select
        size="xs"
        aria-label={t('outgoing.to.channel', { name: group.name })}
        allowDeselect={false}
        data={modes.map((value) => ({ value, label: t(`common.channel.${value}`) }))}
        value={channel}
        onChange={onChannel}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('outgoing.to.remove', { name: group.name })}
        onClick={onRemove}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
      {channel !== 'electronic' && <PaperReasonField name={group.name} value={paperReason} onChange={onReason} />}
    </li>
  );
}

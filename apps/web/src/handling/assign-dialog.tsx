import { ActionIcon, Button, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconUserPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignWork, ArrivalView, AssignmentView } from '../api/types.js';
import { dayInVietnam } from '../ui/format.js';
import classes from './assign-dialog.module.css';
import { assigneesQuery, suggestionsQuery } from './handling-queries.js';
import { dayAfter, holderOf, ledBy, partsOf, type PlannedPart, wishOf, withPart } from './planned-parts.js';

const DueDateInput = lazy(async () => ({ default: (await import('../outgoing/due-date-input.js')).DueDateInput }));

interface Props {
  readonly arrival: ArrivalView;
  /** The part of a unit that is given on; null for the whole. */
  readonly within: AssignmentView | null;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onAssign: (wish: AssignWork) => void;
}

/** Who leads, who supports, and by when; with an opinion that goes along. */
export function AssignDialog({ arrival, within, isPending, onClose, onAssign }: Props) {
  const { t } = useTranslation();
  const [parts, setParts] = useState(() => partsOf(arrival.assignments, within?.id ?? null));
  const [instruction, setInstruction] = useState('');
  const [tried, setTried] = useState(false);
  const set = (holder: string, part: Partial<PlannedPart>) =>
    setParts(parts.map((one) => (holderOf(one) === holder ? { ...one, ...part } : one)));
  const assign = () => {
    setTried(true);
    if (parts.some(({ role }) => role === 'lead')) {
      onAssign(wishOf(instruction, parts));
    }
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={
        within === null ? t('handling.assign.title') : t('handling.assign.onTitle', { name: within.unit?.name ?? '' })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="md">
        {within === null && parts.length === 0 && (
          <Suggestions arrivalId={arrival.id} onChoose={(added, dueOn) => setParts(withPart(parts, added, dueOn))} />
        )}
        <AssigneeSelect
          label={t('handling.assign.find')}
          taken={parts.map(holderOf)}
          onChoose={(added) => setParts(withPart(parts, added, within?.dueOn ?? arrival.dueDate))}
        />
        {tried && parts.length === 0 && (
          <p className={classes.fault} role="alert">
            {t('handling.assign.nobody')}
          </p>
        )}
        {parts.length > 0 && (
          <ul className={classes.list}>
            {parts.map((part) => (
              <PartLine
                key={holderOf(part)}
                part={part}
                onLead={() => setParts(ledBy(parts, holderOf(part)))}
                onDueOn={(dueOn) => set(holderOf(part), { dueOn })}
                onRemove={() => setParts(withoutPart(parts, part))}
              />
            ))}
          </ul>
        )}
        <Textarea
          label={t('handling.assign.instruction')}
          autosize
          minRows={2}
          maxLength={2000}
          value={instruction}
          onChange={(event) => setInstruction(event.currentTarget.value)}
        />
        <Button loading={isPending} onClick={assign}>
          {t(within === null ? 'handling.act.assign' : 'handling.act.assign-on')}
        </Button>
      </Stack>
    </Modal>
  );
}

/** Somebody always leads as long as anybody is named. */
function withoutPart(parts: readonly PlannedPart[], gone: PlannedPart): readonly PlannedPart[] {
  const left = parts.filter((one) => one !== gone);
  const [first] = left;
  return gone.role === 'lead' && first !== undefined ? ledBy(left, holderOf(first)) : left;
}

interface LineProps {
  readonly part: PlannedPart;
  readonly onLead: () => void;
  readonly onDueOn: (day: string | null) => void;
  readonly onRemove: () => void;
}

function PartLine({ part: { role, name, detail, dueOn }, onLead, onDueOn, onRemove }: LineProps) {
  const { t } = useTranslation();
  return (
    <li className={classes.line} data-role={role}>
      <span className={classes.name}>
        <b>{name}</b>
        {detail !== null && <span className={classes.quiet}>{detail}</span>}
      </span>
      <span className={classes.role}>
        {role === 'lead' ? (
          <b>{t('handling.role.lead')}</b>
        ) : (
          <Button variant="subtle" size="compact-sm" onClick={onLead} aria-label={t('handling.assign.lead', { name })}>
            {t('handling.role.support')}
          </Button>
        )}
      </span>
      <span className={classes.day}>
        <Suspense fallback={dueOn}>
          <DueDateInput
            label={t('handling.assign.dueOn', { name })}
            isNamedOnly
            value={dueOn}
            onChange={onDueOn}
            error={undefined}
          />
        </Suspense>
      </span>
      <ActionIcon variant="subtle" color="gray" aria-label={t('handling.assign.remove', { name })} onClick={onRemove}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </li>
  );
}

interface SelectProps {
  readonly label: string;
  readonly taken: readonly string[];
  readonly leadersOnly?: boolean;
  readonly onChoose: (assignee: Parameters<typeof withPart>[1]) => void;
}

/** Units and people by words of their names; the choice is taken over at once. */
export function AssigneeSelect({ label, taken, leadersOnly = false, onChoose }: SelectProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const query = useQuery({ ...assigneesQuery(search), placeholderData: keepPreviousData });
  const offered = (query.data ?? []).filter((one) => !taken.includes(holderOf(one)) && (!leadersOnly || one.isLeader));
  return (
    <Select
      data-autofocus
      label={label}
      placeholder={t('handling.assign.placeholder')}
      leftSection={<IconUserPlus size={16} aria-hidden />}
      searchable
      openOnFocus={false}
      nothingFoundMessage={t('handling.assign.notFound')}
      value={null}
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      data={offered.map((one) => ({
        value: holderOf(one),
        label: [one.name, one.position, one.unitName].filter((part) => part !== null && part !== '').join(' · '),
      }))}
      onChange={(holder) => {
        const chosen = offered.find((one) => holderOf(one) === holder);
        if (chosen !== undefined) {
          onChoose(chosen);
          setText('');
        }
      }}
    />
  );
}

interface SuggestionsProps {
  readonly arrivalId: string;
  readonly onChoose: (assignee: Parameters<typeof withPart>[1], dueOn: string | null) => void;
}

/** Who led the like of it before, counted: a proposal that says why, never a choice by itself. */
function Suggestions({ arrivalId, onChoose }: SuggestionsProps) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(suggestionsQuery(arrivalId));
  if (data.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('handling.suggestion.title')} className={classes.suggestions}>
      <span className={classes.quiet}>{t('handling.suggestion.title')}</span>
      {data.map(({ unit, person, times, of, usualDays }) => (
        <Button
          key={unit?.id ?? person?.postId}
          variant="default"
          size="compact-sm"
          onClick={() =>
            onChoose(
              {
                unitId: unit?.id ?? null,
                postId: person?.postId ?? null,
                name: unit?.name ?? person?.fullName ?? '',
                position: person?.position ?? null,
                unitName: null,
              },
              usualDays === null ? null : dayAfter(dayInVietnam(new Date()), usualDays),
            )
          }
        >
          {t(usualDays === null ? 'handling.suggestion.one' : 'handling.suggestion.oneWithDays', {
            name: unit?.name ?? person?.fullName ?? '',
            times,
            of,
            days: usualDays ?? '',
          })}
        </Button>
      ))}
    </section>
  );
}

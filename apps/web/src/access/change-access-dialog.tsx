import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { Button, Group, Modal, MultiSelect, Stack, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccessChangeKind, Colleague } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { type AccessObject, colleaguesQuery } from './access-queries.js';
import type { useAccessActions } from './use-access-actions.js';

interface Props {
  readonly object: AccessObject;
  readonly kind: AccessChangeKind;
  readonly change: ReturnType<typeof useAccessActions>['change'];
  readonly onClose: () => void;
}

/** Asks whom a change of rights names, and why. */
export function ChangeAccessDialog({ object, kind, change, onClose }: Props) {
  const { t } = useTranslation();
  const [people, setPeople] = useState<readonly Colleague[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const needsPeople = kind === 'widened';
  const isComplete = reason.trim() !== '' && (!needsPeople || people.length > 0);

  const submit = () => {
    setTried(true);
    if (isComplete) {
      const postIds = people.map(({ postId }) => postId);
      change.mutate({ kind, postIds, reason: reason.trim() }, { onSuccess: onClose });
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`access.ask.${kind}`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          {change.error !== null && <ProblemAlert error={change.error} />}
          <span>{t(`access.ask.${kind}Text`, { name: object.name })}</span>
          <PeopleField
            label={t(needsPeople ? 'access.ask.people' : 'access.ask.keepers')}
            required={needsPeople}
            error={tried && needsPeople && people.length === 0 && t('access.ask.missingPeople')}
            people={people}
            onChange={setPeople}
          />
          <Textarea
            label={t('access.ask.reason')}
            description={t('access.ask.reasonHint')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && reason.trim() === '' && t('access.ask.missingReason')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t(needsPeople ? 'access.widen' : 'access.narrow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface PeopleProps {
  readonly label: string;
  readonly required: boolean;
  readonly error: string | false;
  readonly people: readonly Colleague[];
  readonly onChange: (people: readonly Colleague[]) => void;
}

function PeopleField({ label, required, error, people, onChange }: PeopleProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 200);
  const query = useQuery({ ...colleaguesQuery(search), placeholderData: keepPreviousData });
  const found = (query.data ?? []).filter(({ postId }) => !people.some((one) => one.postId === postId));
  const known = [...people, ...found];
  return (
    <MultiSelect
      data-autofocus
      label={label}
      description={t('access.ask.peopleHint')}
      required={required}
      searchable
      hidePickedOptions
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('access.ask.nobody')}
      data={known.map(({ postId, fullName, position }) => ({ value: postId, label: `${fullName}, ${position}` }))}
      value={people.map(({ postId }) => postId)}
      onChange={(ids) => onChange(known.filter(({ postId }) => ids.includes(postId)))}
      error={error}
    />
  );
}

import '@mantine/core/styles/Pill.layer.css';
import '@mantine/core/styles/PillsInput.layer.css';
import { ActionIcon, Button, Checkbox, Group, Modal, MultiSelect, Radio, Stack, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyLevel, AgencyRef, RecipientGroup, RecipientGroupKind } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { useSession } from '../session/use-session.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useSaveGroup } from './use-group-actions.js';

const kinds = ['list', 'level'] as const satisfies readonly RecipientGroupKind[];
const levels = [
  'department',
  'equivalent-agency',
  'district',
  'commune',
  'subordinate',
  'province-office',
  'province',
  'external',
] as const satisfies readonly AgencyLevel[];

const nothingYet: Pick<RecipientGroup, 'name' | 'kind' | 'levels' | 'parent' | 'shared'> = {
  name: '',
  kind: 'list',
  levels: [],
  parent: null,
  shared: false,
};

interface Props {
  readonly group?: RecipientGroup;
  readonly onClose: () => void;
  readonly onSaved: (group: RecipientGroup) => void;
}

/** Makes a group, or changes the name and the levels of one. */
export function GroupDialog({ group, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const { post } = useSession();
  const save = useSaveGroup(group);
  const first = group ?? nothingYet;
  const [name, setName] = useState(first.name);
  const [kind, setKind] = useState<RecipientGroupKind>(first.kind);
  const [chosen, setChosen] = useState<readonly AgencyLevel[]>(first.levels);
  const [parent, setParent] = useState<AgencyRef | null>(first.parent);
  const [shared, setShared] = useState(first.shared);
  const [tried, setTried] = useState(false);
  const byLevel = kind === 'level';
  const isComplete = name.trim() !== '' && (!byLevel || chosen.length > 0);

  const submit = () => {
    setTried(true);
    if (isComplete) {
      const fields = { kind, shared, levels: byLevel ? chosen : [], parentId: byLevel ? (parent?.id ?? null) : null };
      save.mutate({ name: name.trim(), ...fields }, { onSuccess: onSaved });
    }
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t(group === undefined ? 'groups.create' : 'groups.edit')}
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
          {save.error !== null && <ProblemAlert error={save.error} />}
          <TextInput
            data-autofocus
            label={t('groups.name')}
            required
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={tried && name.trim() === '' && t('groups.missingName')}
          />
          {group === undefined && <KindField kind={kind} onChange={setKind} />}
          {byLevel && (
            <>
              <LevelsField chosen={chosen} onChange={setChosen} isMissing={tried && chosen.length === 0} />
              <Under parent={parent} onChange={setParent} />
            </>
          )}
          {group === undefined && post.role === 'system-administrator' && (
            <Checkbox
              label={t('groups.shared')}
              description={t('groups.sharedHint')}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t(group === undefined ? 'groups.create' : 'groups.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface KindProps {
  readonly kind: RecipientGroupKind;
  readonly onChange: (kind: RecipientGroupKind) => void;
}

function KindField({ kind, onChange }: KindProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group value={kind} onChange={(value) => onChange(kinds.find((known) => known === value) ?? 'list')}>
      <Stack gap={10}>
        {kinds.map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`groups.kind.${value}`)}
            description={t(`groups.kindHint.${value}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

interface LevelsProps {
  readonly chosen: readonly AgencyLevel[];
  readonly onChange: (levels: readonly AgencyLevel[]) => void;
  readonly isMissing: boolean;
}

function LevelsField({ chosen, onChange, isMissing }: LevelsProps) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      label={t('groups.levels')}
      required
      data={levels.map((value) => ({ value, label: t(`terms.level.${value}`) }))}
      value={[...chosen]}
      onChange={(values) => onChange(levels.filter((level) => values.includes(level)))}
      error={isMissing && t('groups.missingLevels')}
    />
  );
}

interface UnderProps {
  readonly parent: AgencyRef | null;
  readonly onChange: (parent: AgencyRef | null) => void;
}

function Under({ parent, onChange }: UnderProps) {
  const { t } = useTranslation();
  if (parent === null) {
    return <RecipientPicker label={`${t('groups.under')} (${t('common.optional')})`} chosen={[]} onPick={onChange} />;
  }
  return (
    <Group gap={8} wrap="nowrap">
      <span>
        {t('groups.under')}: <b>{parent.name}</b>
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('groups.wholeProvince', { name: parent.name })}
        onClick={() => onChange(null)}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

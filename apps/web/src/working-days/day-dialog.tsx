import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import type { CalendarDay, CalendarDayKind } from '../api/types.js';
import { DueDateInput } from '../outgoing/due-date-input.js';
import { formatDate } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useSetDay } from './calendar-queries.js';
import { isWeekend } from './days-of-year.js';
import classes from './working-days.module.css';

interface Props {
  /** Null while the person still chooses it. */
  readonly day: string | null;
  readonly days: ReadonlyMap<string, CalendarDay>;
  readonly onClose: () => void;
}

/** Sets what a day is, or gives it back to the week. */
export function DayDialog({ day: given, days, onClose }: Props) {
  const { t } = useTranslation();
  const set = useSetDay();
  const remove = useRemove(set, onClose);
  const known = given === null ? undefined : days.get(given);
  const [day, setDay] = useState(given);
  const [wantedKind, setKind] = useState<CalendarDayKind | null>(known?.kind ?? null);
  const [name, setName] = useState(known?.name ?? '');
  const [basis, setBasis] = useState(known?.basis ?? '');
  const [tried, setTried] = useState(false);
  const mayBeWorked = day === null || isWeekend(day);
  const kind = kindOf(wantedKind, given, mayBeWorked);
  const missing = (what: 'day' | 'name' | 'basis', value: string | null) =>
    tried && (value ?? '').trim() === '' ? t(`workingDays.missing.${what}`) : undefined;

  const submit = () => {
    setTried(true);
    if (day === null || name.trim() === '' || basis.trim() === '') {
      return;
    }
    const fields = { kind, name: name.trim(), basis: basis.trim() };
    set.mutate(
      { day, version: days.get(day)?.version ?? 0, fields },
      {
        onSuccess: () => {
          notifications.show({
            message: t('workingDays.saved', { day: formatDate(day) }),
            color: 'accent',
            role: 'status',
          });
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={known === undefined ? t('workingDays.add') : t('workingDays.edit', { day: formatDate(known.day) })}
      save={t('workingDays.save')}
      error={set.error}
      isPending={set.isPending}
      onSave={submit}
      onClose={onClose}
    >
      {known === undefined && (
        <DueDateInput label={t('workingDays.day')} value={day} onChange={setDay} error={missing('day', day)} />
      )}
      <KindChoice kind={kind} mayBeWorked={mayBeWorked} onChange={setKind} />
      <TextInput
        data-autofocus
        required
        label={t('workingDays.name')}
        description={t('workingDays.nameHint')}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={missing('name', name)}
      />
      <TextInput
        required
        label={t('workingDays.basis')}
        description={t('workingDays.basisHint')}
        maxLength={300}
        value={basis}
        onChange={(event) => setBasis(event.currentTarget.value)}
        error={missing('basis', basis)}
      />
      {known !== undefined && (
        <Group>
          <Button
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => void remove(known)}
          >
            {t('workingDays.remove')}
          </Button>
        </Group>
      )}
    </FormDialog>
  );
}

/** What was chosen, as far as the day allows it; a weekend day that was pressed is most likely one to work. */
function kindOf(wanted: CalendarDayKind | null, pressed: string | null, mayBeWorked: boolean): CalendarDayKind {
  if (!mayBeWorked) {
    return 'off';
  }
  return wanted ?? (pressed === null ? 'off' : 'worked');
}

interface KindProps {
  readonly kind: CalendarDayKind;
  readonly mayBeWorked: boolean;
  readonly onChange: (kind: CalendarDayKind) => void;
}

function KindChoice({ kind, mayBeWorked, onChange }: KindProps) {
  const { t } = useTranslation();
  return (
    <div>
      <div id="working-day-kind" className={classes.label}>
        {t('workingDays.kind')}
      </div>
      <SegmentedControl
        aria-labelledby="working-day-kind"
        data={(['off', 'worked'] as const).map((value) => ({
          value,
          label: t(`workingDays.kinds.${value}`),
          disabled: value === 'worked' && !mayBeWorked,
        }))}
        value={kind}
        onChange={(value) => onChange(value === 'worked' ? value : 'off')}
      />
      {!mayBeWorked && <p className={classes.hint}>{t('workingDays.weekdayHint')}</p>}
    </div>
  );
}

function useRemove(set: ReturnType<typeof useSetDay>, onClose: () => void) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  return async ({ day: known, name, version }: CalendarDay): Promise<void> => {
    const day = formatDate(known);
    const agreed = await confirm({
      title: t('workingDays.removeTitle', { day }),
      text: t('workingDays.removeText', { name }),
      confirm: t('workingDays.remove'),
      dangerous: true,
    });
    if (agreed) {
      set.mutate(
        { day: known, version, fields: null },
        {
          onSuccess: () => {
            notifications.show({ message: t('workingDays.removed', { day }), color: 'accent', role: 'status' });
            onClose();
          },
        },
      );
    }
  };
}

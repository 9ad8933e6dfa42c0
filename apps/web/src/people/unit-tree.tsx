import { ActionIcon, Group } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../api/types.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './people.module.css';
import { useCloseUnit } from './use-unit-actions.js';

interface Props {
  readonly units: readonly Unit[];
  readonly parentId: string | null;
  readonly mayManage: boolean;
  readonly onAdd: (parentId: string) => void;
  readonly onEdit: (unit: Unit) => void;
}

/** The units under one, each with those under it. */
export function UnitTree({ units, parentId, ...acts }: Props) {
  const { t } = useTranslation();
  const here = units.filter((unit) => unit.parentId === parentId);
  if (here.length === 0) {
    return null;
  }
  return (
    <ul className={classes.units}>
      {here.map((unit) => (
        <li key={unit.id}>
          <div className={classes.unit}>
            <span className={classes.words}>
              {unit.name}{' '}
              <span className={classes.quiet}>
                {[unit.abbreviation, t('people.unitPosts', { number: unit.postCount })]
                  .filter((word) => word !== '')
                  .join(' · ')}
              </span>
            </span>
            {acts.mayManage && <UnitActions unit={unit} isEmpty={isEmpty(unit, units)} {...acts} />}
          </div>
          <UnitTree units={units} parentId={unit.id} {...acts} />
        </li>
      ))}
    </ul>
  );
}

function isEmpty({ id, postCount }: Unit, units: readonly Unit[]): boolean {
  return postCount === 0 && !units.some(({ parentId }) => parentId === id);
}

interface ActionsProps extends Pick<Props, 'onAdd' | 'onEdit'> {
  readonly unit: Unit;
  readonly isEmpty: boolean;
}

function UnitActions({ unit, isEmpty, onAdd, onEdit }: ActionsProps) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const closing = useCloseUnit();
  const { id, name } = unit;
  const close = async () => {
    const text = t('people.closeUnitText', { name });
    const word = t('people.closeUnitConfirm');
    if (await confirm({ title: t('people.closeUnitTitle'), text, confirm: word, dangerous: true })) {
      closing.mutate(id, { onError: showProblem });
    }
  };
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('people.addUnitUnder', { name })}
        onClick={() => onAdd(id)}
      >
        <IconPlus size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('people.editUnit', { name })}
        onClick={() => onEdit(unit)}
      >
        <IconPencil size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        disabled={!isEmpty}
        loading={closing.isPending}
        aria-label={t('people.closeUnit', { name })}
        onClick={() => void close()}
      >
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

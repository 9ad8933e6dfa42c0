import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeptDocumentType } from '../api/types.js';
import { formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import classes from './document-types.module.css';

interface Props {
  readonly type: KeptDocumentType;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isBusy: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onEdit: () => void;
  readonly onRetire: () => void;
}

/** One type with what can be done to it; every button says to which. */
export function TypeRow({ type, isFirst, isLast, isBusy, onMove, onEdit, onRetire }: Props) {
  const { t } = useTranslation();
  const { name, abbreviation, isInUse, validTo } = type;
  const isOpen = validTo === null;
  return (
    <li className={classes.row} data-type={type.code}>
      <span className={classes.name}>{name}</span>
      <span className={classes.short}>{abbreviation ?? <i>{t('documentTypes.noAbbreviation')}</i>}</span>
      <span>
        <StateWord tone={isInUse ? 'good' : 'calm'}>
          {isInUse && validTo !== null
            ? t('documentTypes.lastDay', { date: formatDate(validTo) })
            : t(isInUse ? 'documentTypes.inUse' : 'documentTypes.retired')}
        </StateWord>
      </span>
      <span className={classes.tools}>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isFirst || isBusy}
          aria-label={t('documentTypes.up', { name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={isLast || isBusy}
          aria-label={t('documentTypes.down', { name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('documentTypes.editOf', { name })} onClick={onEdit}>
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={isBusy}
          aria-label={t(isOpen ? 'documentTypes.retireOf' : 'documentTypes.restoreOf', { name })}
          onClick={onRetire}
        >
          {t(isOpen ? 'documentTypes.retire' : 'documentTypes.restore')}
        </Button>
      </span>
    </li>
  );
}

import { ActionIcon, Checkbox, TextInput, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView, WriteSavedView } from '../api/types.js';
import classes from './views.module.css';

interface Props {
  readonly view: SavedView;
  readonly mayShare: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onEdit: (to: Partial<WriteSavedView>) => void;
  /** Puts what the list shows now into the view. */
  readonly onTakeShown: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onDelete: () => void;
}

export function ViewLine({ view, mayShare, isFirst, isLast, onEdit, onTakeShown, onMove, onDelete }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(view.name);
  const rename = () => {
    const given = name.trim();
    if (given === '') {
      setName(view.name);
    } else if (given !== view.name) {
      onEdit({ name: given });
    }
  };
  return (
    <li className={classes.view}>
      <TextInput
        aria-label={t('outgoingList.views.rename', { name: view.name })}
        value={name}
        maxLength={60}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.currentTarget.blur();
          }
        }}
      />
      <div className={classes.moves}>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={isFirst}
          aria-label={t('outgoingList.views.up', { name: view.name })}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          disabled={isLast}
          aria-label={t('outgoingList.views.down', { name: view.name })}
          onClick={() => onMove(1)}
        >
          <IconArrowDown size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={t('outgoingList.views.deleteOne', { name: view.name })}
          onClick={onDelete}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div className={classes.choices}>
        <Checkbox
          label={t('outgoingList.views.default')}
          checked={view.isDefault}
          onChange={(event) => onEdit({ isDefault: event.currentTarget.checked })}
        />
        {mayShare && (
          <Checkbox
            label={t('outgoingList.views.share')}
            checked={view.isShared}
            onChange={(event) => onEdit({ isShared: event.currentTarget.checked })}
          />
        )}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('outgoingList.views.takeShownOf', { name: view.name })}
          onClick={onTakeShown}
        >
          {t('outgoingList.views.takeShown')}
        </Button>
      </div>
    </li>
  );
}

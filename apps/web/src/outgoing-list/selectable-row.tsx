import { Checkbox } from '@mantine/core';
import { useRef, type MouseEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../api/types.js';
import classes from './selection.module.css';

/** [own] As long as phones take for a press to be a long one. */
const longPressMs = 500;

interface Props {
  readonly document: DocumentSummary;
  readonly isSelected: boolean;
  /** Selecting was begun on a phone: a tap on the row selects instead of opening. */
  readonly isSelecting: boolean;
  readonly onToggle: (withRange: boolean) => void;
  readonly onLongPress: () => void;
  readonly children: ReactNode;
}

/** A row with its box: by the box, with Shift, by a long press, and while selecting by a tap. */
export function SelectableRow({ document, isSelected, isSelecting, onToggle, onLongPress, children }: Props) {
  const { t } = useTranslation();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasLong = useRef(false);
  const name = `${document.symbol ?? document.typeName}, ${document.subject}`;

  const onClickRow = (event: MouseEvent) => {
    if (event.shiftKey || isSelecting || wasLong.current) {
      event.preventDefault();
      event.stopPropagation();
      // After a long press the click of the same finger comes too.
      if (!wasLong.current) {
        onToggle(event.shiftKey);
      }
    }
    wasLong.current = false;
  };
  const press = (pointerType: string) => {
    wasLong.current = false;
    if (pointerType === 'touch') {
      timer.current = setTimeout(() => {
        wasLong.current = true;
        onLongPress();
      }, longPressMs);
    }
  };
  const letGo = () => clearTimeout(timer.current);

  return (
    <div
      className={classes.row}
      data-document={document.id}
      data-selected={isSelected || undefined}
      data-selecting={isSelecting || undefined}
    >
      <Checkbox
        className={classes.box}
        size="sm"
        aria-label={t('outgoingList.select.one', { name })}
        checked={isSelected}
        onChange={() => undefined}
        onClick={(event) => onToggle(event.shiftKey)}
      />
      <div
        className={classes.content}
        onClickCapture={onClickRow}
        onPointerDown={({ pointerType }) => press(pointerType)}
        onPointerUp={letGo}
        onPointerMove={letGo}
        onPointerCancel={letGo}
        onContextMenu={(event) => {
          if (wasLong.current) {
            event.preventDefault();
          }
        }}
      >
        {children}
      </div>
    </div>
  );
}

import { ActionIcon, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from '@tabler/icons-react';
import { type DragEventHandler, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { DocumentFile } from '../api/types.js';
import { CheckOf } from '../file-checks/check-word.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { usePartWord } from '../viewer/use-part-word.js';
import classes from './attachments-field.module.css';

interface Props {
  readonly documentId: string;
  readonly file: DocumentFile;
  readonly place: number;
  /** The first appendix, which becomes the main text when that is taken off. */
  readonly next: string | undefined;
  readonly isLast: boolean;
  /** Something is dragged over it, and would take its place. */
  readonly isOver: boolean;
  readonly onMove: (place: number) => void;
  readonly onDragStart: () => void;
  readonly onDragEnd: () => void;
  readonly target: { readonly onDragOver: DragEventHandler; readonly onDrop: DragEventHandler };
}

/** A file of a draft: what it is, where it stands, and how to change that. */
export function KeptFile({ documentId, file, place, next, isLast, isOver, onMove, ...drag }: Props) {
  const { t } = useTranslation();
  const partWord = usePartWord();
  const remove = useRemoveFile(documentId, file, place === 0 ? next : undefined);
  const line = useRef<HTMLLIElement>(null);
  const { fileName: name } = file;
  const isAlone = place === 0 && isLast;

  return (
    <li ref={line} className={classes.file} data-part={file.part} data-over={isOver || undefined} {...drag.target}>
      {isAlone ? (
        <FileMark fileName={name} />
      ) : (
        <span
          className={classes.grip}
          draggable
          title={t('outgoing.files.drag')}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', name);
            if (line.current !== null) {
              event.dataTransfer.setDragImage(line.current, 12, 12);
            }
            drag.onDragStart();
          }}
          onDragEnd={drag.onDragEnd}
        >
          <IconGripVertical size={14} stroke={1.5} aria-hidden />
          <FileMark fileName={name} />
        </span>
      )}
      <a
        className={classes.name}
        href={`/api/v1/documents/${documentId}/attachments/${file.id}/content`}
        target="_blank"
        rel="noreferrer"
      >
        <bdi>{name}</bdi>
      </a>
      <span className={classes.tools}>
        {!isAlone && (
          <>
            <Arrow label={t('outgoing.files.up', { name })} isOff={place === 0} onPress={() => onMove(place - 1)}>
              <IconArrowUp size={16} aria-hidden />
            </Arrow>
            <Arrow label={t('outgoing.files.down', { name })} isOff={isLast} onPress={() => onMove(place + 1)}>
              <IconArrowDown size={16} aria-hidden />
            </Arrow>
          </>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          loading={remove.isPending}
          aria-label={t('outgoing.files.remove', { name })}
          onClick={() => void remove.ask()}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </span>
      <span className={classes.about}>
        <b className={classes.part}>{partWord(place)}</b> · {formatBytes(file.size)}{' '}
        <CheckOf documentId={documentId} attachmentId={file.id} />
        {place > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            className={classes.makeMain}
            aria-label={`${t('outgoing.files.makeMain')}: ${name}`}
            onClick={() => onMove(0)}
          >
            {t('outgoing.files.makeMain')}
          </Button>
        )}
      </span>
    </li>
  );
}

interface ArrowProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Off, it keeps the focus: who moves a file to the end with the keyboard is still there. */
function Arrow({ label, isOff, onPress, children }: ArrowProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      aria-disabled={isOff}
      data-disabled={isOff || undefined}
      className={classes.arrow}
      onClick={isOff ? undefined : onPress}
    >
      {children}
    </ActionIcon>
  );
}

function useRemoveFile(documentId: string, { id, fileName: name }: DocumentFile, next: string | undefined) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const remove = useMutation({
    mutationFn: () =>
      client.DELETE('/api/v1/documents/{id}/attachments/{attachmentId}', {
        params: { path: { id: documentId, attachmentId: id } },
      }),
    onError: showProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['documents', 'one', documentId] }),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('outgoing.files.removeTitle'),
      text:
        next === undefined ? t('outgoing.files.removeText', { name }) : t('outgoing.files.removeMain', { name, next }),
      confirm: t('outgoing.files.removeConfirm'),
      dangerous: true,
    });
    if (sure) {
      remove.mutate();
    }
  };
  return { ask, isPending: remove.isPending };
}

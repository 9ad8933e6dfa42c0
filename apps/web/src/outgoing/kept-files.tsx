import { VisuallyHidden } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import { usePartWord } from '../viewer/use-part-word.js';
import classes from './attachments-field.module.css';
import type { DraftKeeper } from './draft-keeper.js';
import { placedAt } from './files-order.js';
import { KeptFile } from './kept-file.js';
import type { Upload } from './uploads.js';
import { useChosenOrder } from './use-chosen-order.js';
import { useOrderFiles } from './use-order-files.js';

interface Props {
  readonly document: DocumentView;
  readonly uploads: readonly Upload[];
  readonly keeper: DraftKeeper;
}

/** The files that a draft has, the main text first; moved by buttons or by dragging. */
export function KeptFiles({ document, uploads, keeper }: Props) {
  const { t } = useTranslation();
  const partWord = usePartWord();
  const showProblem = useShowProblem();
  const order = useOrderFiles(document, keeper);
  const forgetChosen = useChosenOrder(document, uploads, order);
  const [moved, setMoved] = useState('');
  const [dragged, setDragged] = useState<string | undefined>(undefined);
  const [over, setOver] = useState<number | undefined>(undefined);
  const { attachments } = document;
  const ids = attachments.map(({ id }) => id);

  const move = (id: string, place: number) => {
    if (place < 0 || place >= ids.length || place === ids.indexOf(id) || order.isPending) {
      return;
    }
    forgetChosen();
    const name = attachments.find((file) => file.id === id)?.fileName ?? '';
    order.mutate(placedAt(ids, id, place), {
      onError: showProblem,
      onSuccess: () => setMoved(t('outgoing.files.moved', { name, place: partWord(place) })),
    });
  };
  const endDrag = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const targetOf = (place: number) => ({
    onDragOver: (event: DragEvent) => {
      if (dragged !== undefined) {
        event.preventDefault();
        setOver(place);
      }
    },
    onDrop: (event: DragEvent) => {
      if (dragged !== undefined) {
        event.preventDefault();
        move(dragged, place);
        endDrag();
      }
    },
  });

  return (
    <>
      <ol className={classes.files} aria-label={t('outgoing.files.kept')}>
        {attachments.map((file, place) => (
          <KeptFile
            key={file.id}
            documentId={document.id}
            file={file}
            place={place}
            next={attachments[1]?.fileName}
            isLast={place === attachments.length - 1}
            isOver={over === place && dragged !== file.id}
            onMove={(to) => move(file.id, to)}
            onDragStart={() => setDragged(file.id)}
            onDragEnd={endDrag}
            target={targetOf(place)}
          />
        ))}
      </ol>
      <VisuallyHidden role="status">{moved}</VisuallyHidden>
    </>
  );
}

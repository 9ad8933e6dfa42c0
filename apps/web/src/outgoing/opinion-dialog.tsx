import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';

/** Moves that take an opinion along. */
export const opinionMoves = ['give-back', 'return', 'agree'] as const;
export type OpinionMove = (typeof opinionMoves)[number];

interface Props {
  readonly move: OpinionMove;
  readonly onClose: () => void;
  readonly document: DocumentView;
  readonly isPending: boolean;
  readonly onGiven: (opinion: string) => void;
}

/** Asks for the opinion that goes with a decision; who gives a document back has to say why. */
export function OpinionDialog({ move, onClose, document, isPending, onGiven }: Props) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  const isNeeded = move !== 'agree';
  const give = () => {
    setTried(true);
    if (!isNeeded || opinion.trim() !== '') {
      onGiven(opinion.trim());
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isNeeded ? 'outgoing.ask.returnTitle' : 'outgoing.ask.agreeTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>
        {isNeeded
          ? t('outgoing.ask.return', { name: document.subject, drafter: document.drafter.fullName })
          : t('outgoing.ask.agree', { name: document.subject })}
      </p>
      <Textarea
        data-autofocus
        label={t('outgoing.ask.opinion')}
        description={t(isNeeded ? 'outgoing.ask.opinionHint' : 'outgoing.ask.agreeHint')}
        required={isNeeded}
        autosize
        minRows={3}
        maxLength={1000}
        value={opinion}
        onChange={(event) => setOpinion(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            give();
          }
        }}
        error={tried && isNeeded && opinion.trim() === '' && t('outgoing.ask.opinionMissing')}
      />
      <Button fullWidth mt="md" loading={isPending} onClick={give}>
        {t(`outgoing.act.${move}`)}
      </Button>
    </Modal>
  );
}

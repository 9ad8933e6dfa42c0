import { Button, Modal, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../api/types.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { CorrectMenu } from './correct-menu.js';
import { useQuestions } from './use-questions.js';
import { useDocumentAction, type DocumentMove } from './use-document-action.js';

/** The next thing to do is the filled button; what else may be done stands beside it. */
const mainFirst = ['approve', 'submit', 'issue', 'send', 'complete'] as const;

export function DocumentActions({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { id, actions, symbol } = document;
  const navigate = useNavigate();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const questionFor = useQuestions(document);
  const action = useDocumentAction();
  const [returning, { open, close }] = useDisclosure(false);
  const main = mainFirst.find((move) => actions.includes(move));

  const run = (move: DocumentMove, opinion?: string) => {
    action.mutate(
      { id, action: move, ...(opinion === undefined ? {} : { opinion }) },
      {
        onError: showProblem,
        onSuccess: (after) => {
          close();
          notifications.show({
            message: t(`outgoing.done.${move}`, { symbol: after?.symbol ?? symbol ?? '' }),
            color: 'accent',
            role: 'status',
          });
          if (after === null) {
            void navigate({ to: '/outgoing', search: { box: 'to-approve' } });
          }
        },
      },
    );
  };
  const ask = async (move: Exclude<DocumentMove, 'return'>) => {
    if (await confirm(questionFor(move))) {
      run(move);
    }
  };

  return (
    <>
      {actions.includes('edit') && (
        <Button variant="default" renderRoot={(props) => <Link to="/outgoing/draft" search={{ id }} {...props} />}>
          {t('outgoing.act.edit')}
        </Button>
      )}
      {actions.includes('correct') && <CorrectMenu documentId={id} />}
      {actions.includes('return') && (
        <Button variant="default" onClick={open}>
          {t('outgoing.act.return')}
        </Button>
      )}
      {main !== undefined && (
        <Button
          variant={main === 'complete' ? 'default' : 'filled'}
          loading={action.isPending}
          onClick={() => void ask(main)}
        >
          {t(`outgoing.act.${main}`)}
        </Button>
      )}
      <ReturnDialog
        opened={returning}
        onClose={close}
        document={document}
        isPending={action.isPending}
        onReturn={(opinion) => run('return', opinion)}
      />
    </>
  );
}

interface ReturnProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly document: DocumentView;
  readonly isPending: boolean;
  readonly onReturn: (opinion: string) => void;
}

function ReturnDialog({ opened, onClose, document, isPending, onReturn }: ReturnProps) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('outgoing.ask.returnTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{t('outgoing.ask.return', { name: document.subject, drafter: document.drafter.fullName })}</p>
      <Textarea
        data-autofocus
        label={t('outgoing.ask.opinion')}
        description={t('outgoing.ask.opinionHint')}
        required
        autosize
        minRows={3}
        maxLength={1000}
        value={opinion}
        onChange={(event) => setOpinion(event.currentTarget.value)}
        error={tried && opinion.trim() === '' && t('outgoing.ask.opinionMissing')}
      />
      <Button
        fullWidth
        mt="md"
        loading={isPending}
        onClick={() => {
          setTried(true);
          if (opinion.trim() !== '') {
            onReturn(opinion.trim());
          }
        }}
      >
        {t('outgoing.act.return')}
      </Button>
    </Modal>
  );
}

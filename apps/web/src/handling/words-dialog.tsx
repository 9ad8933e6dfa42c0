import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const longest = { comment: 2000, finish: 500, 'hand-back': 500 } as const;

interface Props {
  readonly kind: keyof typeof longest;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onSaid: (words: string) => void;
}

/** The opinion, the result or the reason that goes with a move; only a result can be left out. */
export function WordsDialog({ kind, isPending, onClose, onSaid }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const isMissing = kind !== 'finish' && words.trim() === '';
  const say = () => {
    setTried(true);
    if (!isMissing) {
      onSaid(words.trim());
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`handling.words.${kind}.title`)}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Textarea
        data-autofocus
        label={t(`handling.words.${kind}.label`)}
        description={t(`handling.words.${kind}.hint`)}
        required={kind !== 'finish'}
        autosize
        minRows={3}
        maxLength={longest[kind]}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            say();
          }
        }}
        error={tried && isMissing && t('handling.words.missing')}
      />
      <Button fullWidth mt="md" loading={isPending} onClick={say}>
        {t(`handling.act.${kind}`)}
      </Button>
    </Modal>
  );
}

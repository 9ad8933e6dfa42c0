import { Alert, Button, Group, Textarea, TextInput } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { client, read } from '../api/client.js';
import type { MailboxDocument } from '../api/types.js';

interface Props {
  readonly document: MailboxDocument;
  readonly onChange: (document: MailboxDocument) => void;
}

/** What the sender asks about a document that the mailbox accepted: agree, or refuse with a reason. */
export function AskedOfMailbox({ document, onChange }: Props) {
  const { t } = useTranslation();
  const [agrees, setAgrees] = useState<boolean | null>(null);
  const { asked, askedReason } = document;
  if (asked === null) {
    return null;
  }
  return (
    <Alert my="md" color="yellow" icon={<IconArrowBackUp aria-hidden />} title={t(`recall.notice.${asked}Asked`)}>
      {t(`recall.notice.${asked}AskedText`)}
      {askedReason !== null && <p>{t('recall.notice.reason', { reason: askedReason })}</p>}
      <Group mt="sm" gap="xs">
        <Button variant="default" onClick={() => setAgrees(false)}>
          {t('recall.refuse')}
        </Button>
        <Button onClick={() => setAgrees(true)}>{t('recall.agree')}</Button>
      </Group>
      {agrees !== null && (
        <DecideByMailbox
          document={document}
          agrees={agrees}
          onClose={() => setAgrees(null)}
          onDone={(decided) => {
            setAgrees(null);
            onChange(decided);
          }}
        />
      )}
    </Alert>
  );
}

interface DecideProps {
  readonly document: MailboxDocument;
  readonly agrees: boolean;
  readonly onClose: () => void;
  readonly onDone: (document: MailboxDocument) => void;
}

function DecideByMailbox({ document: { key, askedId }, agrees, onClose, onDone }: DecideProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const decide = useMutation({
    mutationFn: () =>
      read(
        client.POST('/api/v1/mailbox-links/decide', {
          body: { key, requestId: askedId ?? '', name: name.trim(), agrees, note: note.trim() },
        }),
      ),
    onSuccess: onDone,
  });
  const noName = name.trim() === '';
  const noNote = !agrees && note.trim() === '';
  return (
    <FormDialog
      title={t(agrees ? 'recall.agree' : 'recall.refuseTitle')}
      save={t(agrees ? 'recall.agree' : 'recall.refuse')}
      error={decide.error}
      isPending={decide.isPending}
      onClose={onClose}
      onSave={() => {
        setTried(true);
        if (!noName && !noNote) {
          decide.mutate();
        }
      }}
    >
      <TextInput
        required
        data-autofocus
        label={t('mailbox.name')}
        autoComplete="name"
        maxLength={100}
        value={name}
        error={tried && noName && t('mailbox.nameMissing')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {!agrees && (
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={500}
          label={t('recall.refuseReason')}
          value={note}
          error={tried && noNote && t('recall.refuseReasonMissing')}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

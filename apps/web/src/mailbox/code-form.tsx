import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { MailboxDocument } from '../api/types.js';
import { CodeField, isCode } from '../second-factor/code-field.js';
import { ProblemAlert } from '../ui/problem-alert.js';

interface Props {
  readonly token: string;
  readonly onOpened: (document: MailboxDocument) => void;
}

/** A code goes to the mailbox, never to this page; with it the document opens. */
export function CodeForm({ token, onOpened }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({ mutationFn: () => client.POST('/api/v1/mailbox-links/code', { body: { token } }) });
  const open = useMutation({
    mutationFn: () =>
      read(client.POST('/api/v1/mailbox-links/open', { body: { token, code: code.replaceAll(/[\s-]/g, '') } })),
    onSuccess: onOpened,
  });
  const error = open.error ?? ask.error;
  const askForCode = (
    <Button
      fullWidth
      size="md"
      variant={ask.isSuccess ? 'default' : 'filled'}
      loading={ask.isPending}
      onClick={() => {
        open.reset();
        setCode('');
        setTried(false);
        ask.mutate();
      }}
    >
      {t(ask.isSuccess ? 'mailbox.askAgain' : 'mailbox.ask')}
    </Button>
  );
  return (
    <Stack gap="md">
      {error !== null && <ProblemAlert error={error} />}
      <span role="status">{t(ask.isSuccess ? 'mailbox.codeSent' : 'mailbox.codeWhy')}</span>
      {ask.isSuccess && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (isCode(code)) {
              open.mutate();
            }
          }}
        >
          <Stack gap="md">
            <CodeField
              label={t('mailbox.code')}
              description={t('mailbox.codeHint')}
              value={code}
              onChange={setCode}
              error={tried && !isCode(code) && t('mailbox.codeMissing')}
            />
            <Button type="submit" fullWidth size="md" loading={open.isPending}>
              {t('mailbox.open')}
            </Button>
          </Stack>
        </form>
      )}
      {askForCode}
    </Stack>
  );
}

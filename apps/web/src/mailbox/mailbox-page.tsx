import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconLinkOff, IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { hasCode } from '../api/problem.js';
import type { MailboxDocument } from '../api/types.js';
import { SignInCard } from '../session/sign-in-card.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatMoment } from '../ui/format.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { CodeForm } from './code-form.js';
import { OpenedDocument } from './opened-document.js';

/** The token stands behind the # of the link, where no proxy and no log ever sees it. */
function tokenInLink(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}

/** Where the link of a mail leads an agency that has only a mailbox. */
export function MailboxPage() {
  const { t } = useTranslation();
  const [token] = useState(tokenInLink);
  const [document, setDocument] = useState<MailboxDocument | null>(null);
  const link = useQuery({
    queryKey: ['mailbox-link', token],
    queryFn: ({ signal }) => read(client.POST('/api/v1/mailbox-links/show', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: Infinity,
  });
  if (token === '' || hasCode(link.error, 'mailbox-link.unknown')) {
    return <EmptyPlace level={1} icon={IconLinkOff} title={t('mailbox.noLink')} text={t('mailbox.noLinkText')} />;
  }
  if (link.data?.isWithdrawn === true) {
    return <EmptyPlace level={1} icon={IconMailOff} title={t('mailbox.withdrawn')} text={t('mailbox.withdrawnText')} />;
  }
  if (document !== null) {
    return <OpenedDocument document={document} onChange={setDocument} />;
  }
  const lead =
    link.data === undefined
      ? ''
      : t('mailbox.lead', {
          sender: link.data.senderName,
          recipient: link.data.recipientName,
          moment: formatMoment(link.data.sentAt),
        });
  return (
    <SignInCard title={t('mailbox.title')} lead={lead}>
      {link.error !== null && <ProblemAlert error={link.error} />}
      {link.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {link.data?.isExpired === true && <Renew token={token} />}
      {link.data?.isExpired === false && <CodeForm token={token} onOpened={setDocument} />}
    </SignInCard>
  );
}

function Renew({ token }: { readonly token: string }) {
  const { t } = useTranslation();
  const renew = useMutation({ mutationFn: () => client.POST('/api/v1/mailbox-links/renew', { body: { token } }) });
  return (
    <>
      {renew.error !== null && <ProblemAlert error={renew.error} />}
      <p role="status">{t(renew.isSuccess ? 'mailbox.renewed' : 'mailbox.expired')}</p>
      {!renew.isSuccess && (
        <Button fullWidth size="md" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('mailbox.renew')}
        </Button>
      )}
    </>
  );
}

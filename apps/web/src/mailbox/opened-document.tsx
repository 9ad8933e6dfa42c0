import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailboxDocument } from '../api/types.js';
import { Brand } from '../shell/brand.js';
import { Facts, Section } from '../ui/facts.js';
import { FileMark } from '../ui/file-mark.js';
import { formatBytes, formatDate } from '../ui/format.js';
import { StateWord } from '../ui/state-word.js';
import { deliveryTone } from '../ui/states.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { AskedOfMailbox } from './asked-of-mailbox.js';
import { AnswerDialog } from './answer-dialog.js';
import classes from './mailbox.module.css';

interface Props {
  readonly document: MailboxDocument;
  readonly onChange: (document: MailboxDocument) => void;
}

/** A link to a file is one of this site, whatever address the site thinks it has. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

export function OpenedDocument({ document, onChange }: Props) {
  const { t } = useTranslation();
  const [answering, setAnswering] = useState<'accept' | 'refuse' | null>(null);
  const { state, arrivalNumber, symbol, typeName, subject, urgency, signer, dueDate, files } = document;
  usePageTitle(`${typeName} ${symbol}`);
  return (
    <main className={classes.page}>
      <Brand size="large" />
      <h1 className={classes.title}>
        {typeName} {symbol}
      </h1>
      <p className={classes.subject}>{subject}</p>
      <StateWord tone={deliveryTone[state]}>
        {t(`outgoing.delivery.${state}`)}
        {arrivalNumber !== null && ` · ${t('outgoing.track.arrivalNumber', { number: arrivalNumber })}`}
      </StateWord>
      {state === 'arrived' && (
        <Group my="md" gap="xs">
          <Button size="md" onClick={() => setAnswering('accept')}>
            {t('mailbox.accept')}
          </Button>
          <Button size="md" variant="default" onClick={() => setAnswering('refuse')}>
            {t('mailbox.refuse')}
          </Button>
        </Group>
      )}
      <AskedOfMailbox document={document} onChange={onChange} />
      <Section title={t('mailbox.files')}>
        <ul className={classes.files}>
          {files.map(({ url, fileName, size }) => (
            <li key={url} className={classes.file}>
              <FileMark fileName={fileName} />
              <span className={classes.name}>
                <bdi>{fileName}</bdi> <span className={classes.size}>{formatBytes(size)}</span>
              </span>
              <Button
                component="a"
                href={pathOf(url)}
                target="_blank"
                rel="noreferrer"
                variant="default"
                leftSection={<IconDownload size={16} aria-hidden />}
                aria-label={t('mailbox.openFile', { name: fileName })}
              >
                {t('mailbox.view')}
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('mailbox.facts')}>
        <Facts
          facts={[
            [t('mailbox.sender'), document.senderName],
            [t('mailbox.issuedOn'), formatDate(document.issuedOn)],
            [t('mailbox.signer'), `${signer.fullName}, ${signer.position}`],
            [t('mailbox.urgency'), urgency === 'normal' ? null : t(`common.urgency.${urgency}`)],
            [t('mailbox.dueDate'), dueDate === null ? null : formatDate(dueDate)],
            [t('mailbox.paper'), document.paperToo ? t('mailbox.paperToo') : null],
          ]}
        />
      </Section>
      {answering !== null && (
        <AnswerDialog
          documentKey={document.key}
          kind={answering}
          onClose={() => setAnswering(null)}
          onDone={(answered) => {
            setAnswering(null);
            onChange(answered);
          }}
        />
      )}
    </main>
  );
}

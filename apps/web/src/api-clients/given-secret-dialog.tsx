import { Button, CopyButton, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './api-clients.module.css';

interface Props {
  readonly secret: string;
  /** What to do with it; unless it is one of an API client. */
  readonly text?: string;
  readonly onClose: () => void;
}

/** The secret, this once: a click beside the window must not lose it. */
export function GivenSecretDialog({ secret, text, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      title={t('apiClients.shownOnce')}
    >
      <Stack gap="md">
        <span>{text ?? t('apiClients.shownOnceText')}</span>
        <code className={classes.secret} data-secret>
          {secret}
        </code>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              data-autofocus
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? 'apiClients.copied' : 'apiClients.copy')}
            </Button>
          )}
        </CopyButton>
        <Button variant="default" onClick={onClose}>
          {t('apiClients.kept')}
        </Button>
      </Stack>
    </Modal>
  );
}

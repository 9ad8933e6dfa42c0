import { Button, CopyButton, Modal, Stack } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './api-clients.module.css';

interface Props {
  readonly secret: string;
  readonly onClose: () => void;
}

/** The secret, this once: a click beside the window must not lose it. */
export function GivenSecretDialog({ secret, onClose }: Props) {
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
        <span>{t('apiClients.shownOnceText')}</span>
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

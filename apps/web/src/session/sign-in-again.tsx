import { Anchor, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { onSessionEnded } from '../api/client.js';
import { SignInForm } from './sign-in-form.js';
import { useSession } from './use-session.js';

/** Asks for the password over the page when the session ends, so that what was being written is not lost. */
export function SignInAgain() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { person } = useSession();
  const [ended, setEnded] = useState(false);
  const [wanted] = useState(() => person.id);

  useEffect(() => {
    onSessionEnded(() => {
      setEnded(true);
    });
    return () => {
      onSessionEnded(() => undefined);
    };
  }, []);

  return (
    <Modal
      opened={ended}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('session.ended')}
      zIndex={400}
    >
      <Text size="sm" mb="md">
        {t('session.endedText')}
      </Text>
      <SignInForm
        userName={person.userName}
        onSignedIn={(session) => {
          if (session.person.id !== wanted) {
            window.location.assign('/');
            return;
          }
          setEnded(false);
          void queries.invalidateQueries();
        }}
      />
      <Text size="sm" mt="md">
        <Anchor href="/sign-in">{t('session.someoneElse')}</Anchor>
      </Text>
    </Modal>
  );
}

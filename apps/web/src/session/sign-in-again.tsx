import { Anchor, Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, onSessionEnded, read } from '../api/client.js';
import type { Session } from '../api/types.js';
import { SignInForm } from './sign-in-form.js';
import { SignInStep } from './sign-in-step.js';
import { useSession, useTakeSession } from './use-session.js';

/**
 * Asks for the password over the page when the session ends, and for whatever else the session needs, so that what was
 * being written is not lost.
 */
export function SignInAgain() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const take = useTakeSession();
  const { person } = useSession();
  const [ended, setEnded] = useState(false);
  const [unfinished, setUnfinished] = useState<Session>();
  const [wanted] = useState(() => person.id);

  useEffect(() => {
    onSessionEnded((why) => {
      setEnded(true);
      if (why === 'session.incomplete') {
        void read(client.GET('/api/v1/session')).then((session) => {
          take(session);
          setUnfinished(session);
        });
      }
    });
    return () => {
      onSessionEnded(() => undefined);
    };
  }, [take]);

  const goOn = (session: Session) => {
    if (session.person.id !== wanted) {
      window.location.assign('/');
      return;
    }
    if (session.needs !== null) {
      setUnfinished(session);
      return;
    }
    setUnfinished(undefined);
    setEnded(false);
    void queries.invalidateQueries();
  };

  return (
    <Modal
      opened={ended}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={unfinished === undefined ? t('session.ended') : t('session.oneMoreStep')}
      zIndex={400}
    >
      <Text size="sm" mb="md">
        {unfinished === undefined ? t('session.endedText') : t('session.unfinishedText')}
      </Text>
      {unfinished === undefined ? (
        <SignInForm userName={person.userName} onSignedIn={goOn} />
      ) : (
        <SignInStep session={unfinished} onDone={goOn} />
      )}
      <Text size="sm" mt="md">
        <Anchor href="/sign-in">{t('session.someoneElse')}</Anchor>
      </Text>
    </Modal>
  );
}

import { Button } from '@mantine/core';
import { useSearch, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { SignInCard } from './sign-in-card.js';
import { SignInStep } from './sign-in-step.js';
import { useSession, useSignOut } from './use-session.js';

/** Between the sign-in and the desk: one step after the other, until the session needs nothing more. */
export function ContinuePage() {
  const { t } = useTranslation();
  const router = useRouter();
  const { back } = useSearch({ from: '/sign-in/continue' });
  const session = useSession();
  const signOut = useSignOut();

  return (
    <SignInCard title={t('session.oneMoreStep')} lead={t('session.signedInAs', { name: session.person.fullName })}>
      <SignInStep
        session={session}
        onDone={({ needs }) => {
          if (needs === null) {
            router.history.push(back ?? '/');
          }
        }}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        mt="md"
        loading={signOut.isPending}
        onClick={() => {
          signOut.mutate();
        }}
      >
        {t('session.leave')}
      </Button>
    </SignInCard>
  );
}

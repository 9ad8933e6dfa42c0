import { Loader } from '@mantine/core';
import { type ComponentType, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session, SessionNeed } from '../api/types.js';
import { useTakeSession } from './use-session.js';

export interface StepProps {
  readonly session: Session;
  /** Takes the session as the server gives it after the step: it may need another one. */
  readonly onDone: (session: Session) => void;
}

/** What a session needs before the desk, and who asks for it. */
const steps: Record<SessionNeed, ComponentType<StepProps>> = {
  'second-factor': lazy(async () => ({
    default: (await import('../second-factor/second-factor-step.js')).SecondFactorStep,
  })),
  'second-factor-enrolment': lazy(async () => ({
    default: (await import('../second-factor/enrolment-step.js')).EnrolmentStep,
  })),
  'new-password': lazy(async () => ({ default: (await import('./new-password-step.js')).NewPasswordStep })),
};

/** The one thing that stands between this session and the desk; used by the page after sign-in and by the dialog. */
export function SignInStep({ session, onDone }: StepProps) {
  const { t } = useTranslation();
  const take = useTakeSession();
  const Step = session.needs === null ? undefined : steps[session.needs];
  return (
    <Suspense fallback={<Loader size="sm" aria-label={t('common.loading')} />}>
      {Step !== undefined && (
        <Step
          session={session}
          onDone={(next) => {
            take(next);
            onDone(next);
          }}
        />
      )}
    </Suspense>
  );
}

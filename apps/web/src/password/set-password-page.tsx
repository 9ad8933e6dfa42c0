import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { IconLinkOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { hasCode } from '../api/problem.js';
import { SignInCard } from '../session/sign-in-card.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { SetPasswordForm } from './set-password-form.js';

/** The token stands behind the # of the link, where no proxy and no log ever sees it. */
function tokenInLink(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}

/** Where an invitation and a mailed link lead: a password is chosen, and the sign-in follows at once. */
export function SetPasswordPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const [token] = useState(tokenInLink);
  const link = useQuery({
    queryKey: ['one-time-link', token],
    queryFn: ({ signal }) => read(client.POST('/api/v1/password-resets/link', { body: { token }, signal })),
    enabled: token !== '',
    staleTime: Infinity,
  });

  if (token === '' || hasCode(link.error, 'link.unusable')) {
    return (
      <EmptyPlace level={1} icon={IconLinkOff} title={t('password.noLink')} text={t('password.noLinkText')}>
        <Button variant="default" renderRoot={(props) => <Link to="/forgot-password" {...props} />}>
          {t('password.askAgain')}
        </Button>
      </EmptyPlace>
    );
  }
  const lead = link.data === undefined ? '' : t('password.hello', { name: link.data.fullName });
  return (
    <SignInCard
      title={link.data?.purpose === 'invitation' ? t('password.choose') : t('password.chooseNew')}
      lead={lead}
    >
      {link.error !== null && <ProblemAlert error={link.error} />}
      {link.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {link.data !== undefined && (
        <SetPasswordForm
          token={token}
          link={link.data}
          onSignedIn={() => {
            router.history.push('/');
          }}
        />
      )}
    </SignInCard>
  );
}

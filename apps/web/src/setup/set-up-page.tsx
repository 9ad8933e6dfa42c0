import { Button, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconLinkOff, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { fieldErrors } from '../api/problem.js';
import { StrengthMeter } from '../password/strength-meter.js';
import { Brand } from '../shell/brand.js';
import { LanguageChoice } from '../shell/language-choice.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { usePageTitle } from '../ui/use-page-title.js';
import { faultsIn, leastPassword, noAnswers, type Answers } from './answers.js';
import classes from './set-up-page.module.css';

/** The token stands behind the # of the link, where no proxy and no log ever sees it. */
function tokenInLink(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}

export function SetUpPage() {
  const { t } = useTranslation();
  const state = useQuery({
    queryKey: ['catalogue', 'setup'],
    queryFn: ({ signal }) => read(client.GET('/api/v1/setup', { signal })),
  });
  usePageTitle(t('setup.title'));
  const signIn = (
    <Button component="a" href="/sign-in">
      {t('setup.toSignIn')}
    </Button>
  );

  if (state.data?.needed === false) {
    return (
      <EmptyPlace level={1} icon={IconUserCheck} title={t('setup.notNeeded')} text={t('setup.notNeededText')}>
        {signIn}
      </EmptyPlace>
    );
  }
  if (tokenInLink() === '') {
    return <EmptyPlace level={1} icon={IconLinkOff} title={t('setup.noToken')} text={t('setup.noTokenText')} />;
  }
  return (
    <main className={classes.page}>
      <Brand size="large" />
      <div>
        <Title order={1} size="h2">
          {t('setup.title')}
        </Title>
        <Text c="dimmed" mt="xs">
          {t('setup.lead')}
        </Text>
      </div>
      <SetUpForm />
      <LanguageChoice />
    </main>
  );
}

function SetUpForm() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [tried, setTried] = useState(false);
  const faults = faultsIn(answers);
  const { name, abbreviation, code, fullName, userName, password } = answers;
  const setUp = useMutation({
    mutationFn: () =>
      client.POST('/api/v1/setup', {
        body: {
          token: tokenInLink(),
          agency: { name, abbreviation, code },
          administrator: { fullName, userName: userName.toLowerCase(), password },
        },
      }),
    onSuccess: () => navigate({ to: '/sign-in', search: { setUp: true } }),
  });
  const refused = fieldErrors(setUp.error);
  const field = (key: keyof Answers, path: string) => {
    const fault = faults[key];
    return {
      required: true,
      value: answers[key],
      onChange: (event: { currentTarget: { value: string } }) => {
        const { value } = event.currentTarget;
        setAnswers((before) => ({ ...before, [key]: value }));
      },
      error: tried && fault !== undefined ? t(`setup.${fault}`, { least: leastPassword }) : refused[path],
    };
  };

  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (Object.keys(faults).length === 0) {
          setUp.mutate();
        }
      }}
    >
      {setUp.error !== null && <ProblemAlert error={setUp.error} />}
      <Stack component="fieldset" gap="sm" className={classes.group}>
        <legend className={classes.legend}>{t('setup.agency')}</legend>
        <TextInput
          label={t('setup.agencyName')}
          description={t('setup.agencyNameHint')}
          maxLength={200}
          {...field('name', 'agency.name')}
        />
        <TextInput
          label={t('setup.abbreviation')}
          description={t('setup.abbreviationHint')}
          maxLength={20}
          {...field('abbreviation', 'agency.abbreviation')}
        />
        <TextInput
          label={t('setup.code')}
          description={t('setup.codeHint')}
          maxLength={35}
          {...field('code', 'agency.code')}
        />
      </Stack>
      <Stack component="fieldset" gap="sm" className={classes.group}>
        <legend className={classes.legend}>{t('setup.administrator')}</legend>
        <TextInput
          label={t('setup.fullName')}
          autoComplete="name"
          maxLength={50}
          {...field('fullName', 'administrator.fullName')}
        />
        <TextInput
          label={t('setup.userName')}
          description={t('setup.userNameHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...field('userName', 'administrator.userName')}
        />
        <PasswordInput
          label={t('setup.password')}
          description={t('setup.passwordHint', { least: leastPassword })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          {...field('password', 'administrator.password')}
        />
        <StrengthMeter password={password} names={[fullName, userName, name, abbreviation, code]} />
        <PasswordInput
          label={t('setup.again')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session.showPassword') }}
          {...field('again', '')}
        />
      </Stack>
      <Button type="submit" size="md" loading={setUp.isPending}>
        {t('setup.start')}
      </Button>
    </form>
  );
}

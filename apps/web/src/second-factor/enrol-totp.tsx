import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { SecondFactorEnrolled, TotpOffer } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { CodeField, isCode } from './code-field.js';
import { FactorNameForm } from './factor-name-form.js';
import { QrPicture } from './qr-picture.js';
import classes from './second-factor.module.css';
import { useFreshly } from './use-freshly.js';

interface Props {
  readonly onEnrolled: (enrolled: SecondFactorEnrolled) => void;
  readonly onBack: () => void;
}

export function EnrolTotp({ onEnrolled, onBack }: Props) {
  const { t } = useTranslation();
  const freshly = useFreshly();
  const start = useMutation({
    mutationFn: (name: string) =>
      freshly(() => read(client.POST('/api/v1/account/second-factors/totp', { body: { name } }))),
  });
  if (start.data !== undefined && start.data !== null) {
    return <ConfirmTotp offer={start.data} onEnrolled={onEnrolled} onBack={onBack} />;
  }
  return (
    <Stack gap="md">
      {start.error !== null && <ProblemAlert error={start.error} />}
      <FactorNameForm
        defaultName={t('secondFactor.enrol.defaultName.totp')}
        submit={t('secondFactor.continue')}
        busy={start.isPending}
        onNamed={start.mutate}
        onBack={onBack}
      />
    </Stack>
  );
}

function ConfirmTotp({ offer, onEnrolled, onBack }: Props & { readonly offer: TotpOffer }) {
  const { t } = useTranslation();
  const freshly = useFreshly();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const confirm = useMutation({
    mutationFn: () =>
      freshly(() =>
        read(
          client.POST('/api/v1/account/second-factors/totp/{id}/confirmation', {
            params: { path: { id: offer.id } },
            body: { code },
          }),
        ),
      ),
    onSuccess: (enrolled) => {
      if (enrolled !== null) {
        onEnrolled(enrolled);
      }
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isCode(code)) {
      confirm.mutate();
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <div>
          <Text fw={600}>{t('secondFactor.enrol.scan')}</Text>
          <Text size="sm">{t('secondFactor.enrol.scanText')}</Text>
        </div>
        <Button component="a" href={offer.uri} variant="default" className={classes.onPhone}>
          {t('secondFactor.enrol.onThisPhone')}
        </Button>
        <QrPicture text={offer.uri} label={t('secondFactor.enrol.picture')} />
        <ByHand secret={offer.secret} />
        {confirm.error !== null && <ProblemAlert error={confirm.error} />}
        <CodeField
          label={t('secondFactor.code')}
          description={t('secondFactor.codeHint', { issuer: t('common.product') })}
          value={code}
          onChange={setCode}
          error={tried && !isCode(code) && t('secondFactor.missingCode')}
        />
        <Group gap="sm">
          <Button type="submit" loading={confirm.isPending}>
            {t('secondFactor.enrol.finish')}
          </Button>
          <Button variant="default" onClick={onBack}>
            {t('common.back')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function ByHand({ secret }: { readonly secret: string }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm">{t('secondFactor.enrol.byHand')}</Text>
      <Group gap="sm">
        <span className={classes.key} data-secret>
          {secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}
        </span>
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" onClick={copy}>
              {copied ? t('secondFactor.enrol.copied') : t('secondFactor.enrol.copyKey')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </div>
  );
}

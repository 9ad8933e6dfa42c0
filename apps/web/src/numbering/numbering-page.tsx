import { Button, Radio, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { Numbering, NumberingMode } from '../api/types.js';
import { numberingQuery } from '../register/register-queries.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './numbering-page.module.css';

const modes: readonly NumberingMode[] = ['single', 'per-type'];

/** How the own agency numbers its documents: one sequence, or one for each kind. */
export function NumberingPage() {
  const { t } = useTranslation();
  const query = useQuery(numberingQuery);
  return (
    <>
      <PageHeader title={t('register.numbering.title')} />
      <div className={classes.place}>
        <Text>{t('register.numbering.text')}</Text>
        {query.error !== null && <ProblemAlert error={query.error} />}
        {query.data !== undefined && <NumberingForm key={JSON.stringify(query.data)} numbering={query.data} />}
      </div>
    </>
  );
}

function NumberingForm({ numbering }: { readonly numbering: Numbering }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { year, mode, mayChangeThisYear, nextYear } = numbering;
  const fromYear = mayChangeThisYear ? year : year + 1;
  const current = mayChangeThisYear ? mode : nextYear;
  const [wanted, setWanted] = useState(current);
  const set = useMutation({
    mutationFn: () => read(client.PUT('/api/v1/numbering', { body: { mode: wanted, fromYear } })),
    onSuccess: (after) => {
      queries.setQueryData(numberingQuery.queryKey, after);
      notifications.show({
        message: t('register.numbering.saved', { year: fromYear }),
        color: 'accent',
        role: 'status',
      });
    },
    onError: () => queries.invalidateQueries({ queryKey: numberingQuery.queryKey }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        set.mutate();
      }}
    >
      <Stack gap="md">
        {set.error !== null && <ProblemAlert error={set.error} />}
        <Text>
          {t('register.numbering.now', { year })} <b>{t(`register.numbering.modes.${mode}`)}</b>.
        </Text>
        <Radio.Group
          label={t('register.numbering.from', { year: fromYear })}
          description={t(mayChangeThisYear ? 'register.numbering.stillOpen' : 'register.numbering.fixed', { year })}
          value={wanted}
          onChange={(value) => setWanted(modes.find((one) => one === value) ?? current)}
        >
          <Stack gap="xs" mt="xs">
            {modes.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`register.numbering.modes.${one}`)}
                description={t(`register.numbering.hints.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Button type="submit" loading={set.isPending} disabled={wanted === current} className={classes.save}>
          {t('register.numbering.save')}
        </Button>
      </Stack>
    </form>
  );
}

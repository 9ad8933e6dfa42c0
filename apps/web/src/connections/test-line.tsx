import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConnectionTest } from '../api/types.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './connection-section.module.css';

/** Asks another system whether it takes our messages, and says what it said. */
export function TestLine({ test }: { readonly test: UseMutationResult<ConnectionTest, Error, void> }) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const { data } = test;
  return (
    <div className={classes.test}>
      <Button
        variant="default"
        leftSection={<IconRefresh size={18} aria-hidden />}
        loading={test.isPending}
        onClick={() => test.mutate(undefined, { onError: showProblem })}
      >
        {t('connections.test')}
      </Button>
      {data !== undefined && (
        <p role="status" className={classes.answer} data-reached={data.reached || undefined}>
          {data.cause === null ? t('connections.reached') : t(`attention.cause.${data.cause}`)}
          {!data.reached && data.status !== null && ` (${data.status})`}
          {!data.reached && data.detail !== '' && <code className={classes.detail}>{data.detail}</code>}
        </p>
      )}
    </div>
  );
}

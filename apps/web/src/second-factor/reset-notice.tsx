import { Alert, Button, Group, Text } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { formatMoment } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import { ownFactorsQuery } from './second-factor-queries.js';

/** Tells a person above every page that an administrator took the second factors away, until it was read. */
export function ResetNotice() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const own = useQuery({ ...ownFactorsQuery, staleTime: Infinity });
  const acknowledge = useMutation({
    mutationFn: async () => {
      await client.DELETE('/api/v1/account/second-factors/reset-notice');
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ownFactorsQuery.queryKey }),
    onError: useShowProblem(),
  });
  if (own.data === undefined || own.data.resetAt === null) {
    return null;
  }
  return (
    <Alert
      color="orange"
      radius={0}
      role="status"
      icon={<IconShieldOff aria-hidden />}
      title={t('secondFactor.resetNotice.title')}
      data-no-print
    >
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t('secondFactor.resetNotice.text', { time: formatMoment(own.data.resetAt) })}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={acknowledge.isPending}
          onClick={() => {
            acknowledge.mutate();
          }}
        >
          {t('secondFactor.resetNotice.understood')}
        </Button>
      </Group>
    </Alert>
  );
}

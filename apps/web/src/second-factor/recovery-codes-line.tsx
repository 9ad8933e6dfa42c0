import { Button, Group, Modal, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { useSession } from '../session/use-session.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { RecoveryCodeSheet } from './recovery-code-sheet.js';
import { ownFactorsQuery } from './second-factor-queries.js';
import { useFreshly } from './use-freshly.js';

/** How many recovery codes are left, and a new set in their place. */
export function RecoveryCodesLine({ left }: { readonly left: number }) {
  const { t } = useTranslation();
  const { person } = useSession();
  const queries = useQueryClient();
  const confirm = useConfirm();
  const freshly = useFreshly();
  const renew = useMutation({
    mutationFn: async () => {
      const isSure = await confirm({
        title: t('secondFactor.account.renewQuestion'),
        text: t('secondFactor.account.renewText'),
        confirm: t('secondFactor.account.renew'),
      });
      return isSure ? freshly(() => read(client.POST('/api/v1/account/recovery-codes'))) : null;
    },
    onError: useShowProblem(),
    onSettled: () => queries.invalidateQueries({ queryKey: ownFactorsQuery.queryKey }),
  });
  const codes = renew.data?.recoveryCodes ?? [];

  return (
    <Group gap="sm">
      <Text size="sm" c={left === 0 ? 'red' : undefined}>
        {t('secondFactor.account.codesLeft', { number: left })}
      </Text>
      <Button
        variant="default"
        size="compact-sm"
        loading={renew.isPending}
        onClick={() => {
          renew.mutate();
        }}
      >
        {t('secondFactor.account.renewCodes')}
      </Button>
      <Modal
        opened={codes.length > 0}
        onClose={renew.reset}
        closeOnClickOutside={false}
        title={t('secondFactor.codes.title')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <RecoveryCodeSheet codes={codes} userName={person.userName} onKept={renew.reset} />
      </Modal>
    </Group>
  );
}

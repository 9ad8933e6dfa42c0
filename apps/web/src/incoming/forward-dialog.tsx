import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyPicker } from '../agencies/agency-picker.js';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { AgencyRef, ArrivalView } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { arrivalQuery } from './arrival-queries.js';

interface Wish {
  readonly key: string;
  readonly toAgencyId: string;
  readonly reason: string;
}

function useForward(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Wish) =>
      read(
        client.POST('/api/v1/arrivals/{id}/forward', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
          body,
        }),
      ),
    onSuccess: (arrival) => {
      queries.setQueryData(arrivalQuery(id).queryKey, arrival);
    },
    onSettled: () =>
      queries.invalidateQueries({ predicate: ({ queryKey }) => ['arrivals', 'desk'].includes(String(queryKey[0])) }),
  });
}

interface Props {
  readonly arrival: ArrivalView;
  readonly onClose: () => void;
}

/** Sends what came to the wrong place on to the right agency; its sender sees where it went and why. */
export function ForwardDialog({ arrival: { id, symbol, subject, sender }, onClose }: Props) {
  const { t } = useTranslation();
  const [to, setTo] = useState<AgencyRef | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const forward = useForward(id);
  const said = reason.trim();
  const send = (): void => {
    setTried(true);
    if (to === null || said === '') {
      return;
    }
    forward.mutateAsync({ key: newId(), toAgencyId: to.id, reason: said }).then(
      () => {
        notifications.show({
          message: t('incoming.forward.done', { name: to.name }),
          color: 'accent',
          role: 'status',
        });
        onClose();
      },
      // The dialog shows it.
      () => undefined,
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('incoming.forward.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack gap="md">
          <span>{t('incoming.forward.text', { symbol, name: subject, sender: sender.name })}</span>
          <AgencyPicker
            label={t('incoming.forward.to')}
            noneWord={t('incoming.forward.none')}
            value={to}
            onChange={setTo}
            error={tried && to === null ? t('incoming.forward.missing') : undefined}
          />
          <Textarea
            label={t('incoming.forward.reason')}
            required
            autosize
            minRows={2}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={tried && said === '' && t('incoming.forward.missingReason')}
          />
          {forward.error !== null && <ProblemAlert error={forward.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={forward.isPending}>
              {t('incoming.act.forward')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

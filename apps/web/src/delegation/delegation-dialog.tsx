import { Select, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import { DueDateInput } from '../outgoing/due-date-input.js';
import { FormDialog } from '../people/form-dialog.js';
import { candidatesQuery, wishKey } from '../people/people-queries.js';
import { dayInVietnam } from '../ui/format.js';

interface Props {
  /** The post of the one who is away. */
  readonly postId: string;
  readonly onClose: () => void;
  readonly onMade: () => void;
}

interface Wish {
  readonly toPostId: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}

/** Who keeps the desk, on which days, and why. */
export function DelegationDialog({ postId, onClose, onMade }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const candidates = useQuery(candidatesQuery(postId, 'delegation'));
  const [toPostId, setToPostId] = useState<string | null>(null);
  const [validFrom, setValidFrom] = useState<string | null>(dayInVietnam(new Date()));
  const [validTo, setValidTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const make = useMutation({
    mutationFn: async (wish: Wish) => {
      await client.POST('/api/v1/delegations', { headers: wishKey(), body: { ...wish, fromPostId: postId } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['people'] }),
  });
  const missing = (isMissing: boolean) => (tried && isMissing ? t('delegation.missing') : undefined);

  const submit = () => {
    setTried(true);
    if (toPostId !== null && validFrom !== null && validTo !== null && reason.trim() !== '') {
      make.mutate({ toPostId, validFrom, validTo, reason: reason.trim() }, { onSuccess: onMade });
    }
  };

  return (
    <FormDialog
      title={t('delegation.makeTitle')}
      confirm={t('delegation.make')}
      isPending={make.isPending}
      error={make.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        data-autofocus
        label={t('delegation.standIn')}
        required
        searchable
        data={(candidates.data ?? []).map(({ postId: value, fullName, position, unitName }) => ({
          value,
          label: [fullName, position, unitName].filter((word) => word !== null).join(' · '),
        }))}
        value={toPostId}
        onChange={setToPostId}
        error={candidates.data?.length === 0 ? t('delegation.nobody') : missing(toPostId === null)}
      />
      <DueDateInput
        label={t('delegation.from')}
        value={validFrom}
        onChange={setValidFrom}
        error={missing(validFrom === null)}
      />
      <DueDateInput
        label={t('delegation.to')}
        value={validTo}
        onChange={setValidTo}
        error={missing(validTo === null)}
      />
      <Textarea
        label={t('delegation.reason')}
        required
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing(reason.trim() === '')}
      />
    </FormDialog>
  );
}

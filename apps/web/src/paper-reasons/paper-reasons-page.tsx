import { Button, Checkbox, Loader, Switch, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { client, read } from '../api/client.js';
import { newId } from '../api/new-id.js';
import type { PaperReason } from '../api/types.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { StateWord } from '../ui/state-word.js';
import { usePageTitle } from '../ui/use-page-title.js';
import classes from './paper-reasons.module.css';
import { paperReasonsQuery } from './reason-queries.js';

/** The list of reasons for paper, as the system administrator keeps it. */
export function PaperReasonsPage() {
  const { t } = useTranslation();
  const reasons = useQuery(paperReasonsQuery);
  /** The reason that is edited; `new` while one is added. */
  const [open, setOpen] = useState<PaperReason | 'new' | null>(null);
  usePageTitle(t('paperReasons.title'));
  return (
    <>
      <PageHeader title={t('paperReasons.title')}>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen('new')}>
          {t('paperReasons.add')}
        </Button>
      </PageHeader>
      <div className={classes.page}>
        <p className={classes.lead}>{t('paperReasons.lead')}</p>
        {reasons.error !== null && <ProblemAlert error={reasons.error} />}
        {reasons.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
        <ul className={classes.list} aria-label={t('paperReasons.list')}>
          {reasons.data?.map((reason) => (
            <li key={reason.code} className={classes.row} data-reason={reason.code}>
              <span className={classes.name}>{reason.name}</span>
              {reason.needsWords && <StateWord tone="accent">{t('paperReasons.needsWords')}</StateWord>}
              <StateWord tone={reason.isRetired ? 'calm' : 'good'}>
                {t(reason.isRetired ? 'paperReasons.retired' : 'paperReasons.inUse')}
              </StateWord>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPencil size={14} aria-hidden />}
                aria-label={t('paperReasons.edit', { name: reason.name })}
                onClick={() => setOpen(reason)}
              >
                {t('outgoing.act.edit')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
      {open !== null && <ReasonDialog reason={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </>
  );
}

interface Fields {
  readonly name: string;
  readonly needsWords: boolean;
  readonly isRetired: boolean;
}

function useSaveReason(reason: PaperReason | undefined) {
  const queries = useQueryClient();
  const [key] = useState(newId);
  return useMutation({
    mutationFn: ({ isRetired, ...fields }: Fields) =>
      reason === undefined
        ? read(client.POST('/api/v1/paper-reasons', { headers: { 'Idempotency-Key': key }, body: fields }))
        : read(
            client.PUT('/api/v1/paper-reasons/{code}', {
              params: { path: { code: reason.code }, header: { 'If-Match': `"${reason.version}"` } },
              body: { ...fields, isRetired },
            }),
          ),
    onSettled: () => queries.invalidateQueries({ queryKey: paperReasonsQuery.queryKey }),
  });
}

function ReasonDialog({ reason, onClose }: { readonly reason: PaperReason | undefined; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveReason(reason);
  const [fields, setFields] = useState<Fields>({
    name: reason?.name ?? '',
    needsWords: reason?.needsWords ?? false,
    isRetired: reason?.isRetired ?? false,
  });
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    const name = fields.name.trim();
    if (name === '') {
      return;
    }
    save.mutate(
      { ...fields, name },
      {
        onSuccess: () => {
          const message = t(reason === undefined ? 'paperReasons.added' : 'paperReasons.saved', { name });
          notifications.show({ message, color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={reason === undefined ? t('paperReasons.add') : t('paperReasons.edit', { name: reason.name })}
      save={t(reason === undefined ? 'paperReasons.add' : 'paperReasons.save')}
      error={save.error}
      isPending={save.isPending}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('paperReasons.name')}
        required
        maxLength={120}
        value={fields.name}
        onChange={(event) => setFields({ ...fields, name: event.currentTarget.value })}
        error={tried && fields.name.trim() === '' && t('paperReasons.missing')}
      />
      <Checkbox
        label={t('paperReasons.needsWords')}
        description={t('paperReasons.needsWordsHint')}
        checked={fields.needsWords}
        onChange={(event) => setFields({ ...fields, needsWords: event.currentTarget.checked })}
      />
      {reason !== undefined && (
        <Switch
          label={t('paperReasons.retire')}
          checked={fields.isRetired}
          onChange={(event) => setFields({ ...fields, isRetired: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  );
}

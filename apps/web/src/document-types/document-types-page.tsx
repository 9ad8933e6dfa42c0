import { Button, Loader } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptDocumentType } from '../api/types.js';
import { dayInVietnam } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './document-types.module.css';
import { moved } from './moved.js';
import { TypeDialog } from './type-dialog.js';
import { keptTypesQuery, useOrderTypes, useSaveType } from './type-queries.js';
import { TypeRow } from './type-row.js';

/** A type goes out of use at once: yesterday was its last day. */
function yesterday(): string {
  return dayInVietnam(new Date(Date.now() - 86_400_000));
}

/** The document types of the province: added, renamed, ordered, taken out of use and back, never deleted. */
export function DocumentTypesPage() {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const query = useQuery(keptTypesQuery);
  const save = useSaveType();
  const order = useOrderTypes(showProblem);
  const [edited, setEdited] = useState<KeptDocumentType | 'new' | undefined>(undefined);
  const types = query.data ?? [];

  const retire = async (type: KeptDocumentType) => {
    const { name, abbreviation } = type;
    const retires = type.validTo === null;
    const sure =
      !retires ||
      (await confirm({
        title: t('documentTypes.askRetireTitle'),
        text: t('documentTypes.askRetire', { name }),
        confirm: t('documentTypes.retire'),
      }));
    if (sure) {
      const fields = { name, abbreviation, validTo: retires ? yesterday() : null };
      save.mutate({ type, fields }, { onError: showProblem });
    }
  };

  return (
    <>
      <PageHeader title={t('documentTypes.title')}>
        <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
          {t('documentTypes.add')}
        </Button>
      </PageHeader>
      <p className={classes.lead}>{t('documentTypes.lead')}</p>
      {query.error !== null && <ProblemAlert error={query.error} />}
      {query.isPending && <Loader size="sm" m={24} aria-label={t('common.loading')} />}
      <ol className={classes.list} aria-label={t('documentTypes.list')}>
        {types.map((type, index) => (
          <TypeRow
            key={type.code}
            type={type}
            isFirst={index === 0}
            isLast={index === types.length - 1}
            isBusy={order.isPending || save.isPending}
            onMove={(by) => order.mutate(moved(types, type, by).map(({ code }) => code))}
            onEdit={() => setEdited(type)}
            onRetire={() => void retire(type)}
          />
        ))}
      </ol>
      {edited !== undefined && (
        <TypeDialog
          {...(edited === 'new' ? {} : { type: edited })}
          onClose={() => setEdited(undefined)}
          onSaved={({ name }) => {
            const message = t(edited === 'new' ? 'documentTypes.added' : 'documentTypes.saved', { name });
            notifications.show({ message, color: 'accent', role: 'status' });
            setEdited(undefined);
          }}
        />
      )}
    </>
  );
}

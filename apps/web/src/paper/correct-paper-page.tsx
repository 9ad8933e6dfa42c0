import { Button, Skeleton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { ArrivalView, DocumentType } from '../api/types.js';
import { arrivalQuery } from '../incoming/arrival-queries.js';
import { documentTypesQuery } from '../outgoing/document-queries.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './paper.module.css';
import { fieldsOf, missingOf, type PaperField } from './paper-fields.js';
import { PaperForm } from './paper-form.js';
import { useCorrectPaper } from './paper-queries.js';

/** What was entered of a paper, to be corrected. */
export function CorrectPaperPage() {
  const { arrivalId } = useParams({ from: '/desk/incoming/$arrivalId/registration' });
  const arrival = useQuery(arrivalQuery(arrivalId));
  const types = useQuery(documentTypesQuery);
  if (arrival.data === undefined || types.data === undefined) {
    const error = arrival.error ?? types.error;
    return error === null ? <Skeleton height={400} m={24} /> : <PageFault error={error} />;
  }
  return <Correcting key={arrivalId} arrival={arrival.data} types={types.data} />;
}

function Correcting({ arrival, types }: { readonly arrival: ArrivalView; readonly types: readonly DocumentType[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [fields, setFields] = useState(() => fieldsOf(arrival, types));
  const [missing, setMissing] = useState<readonly PaperField[]>([]);
  const correct = useCorrectPaper(arrival.id);
  const submit = () => {
    const lacking = missingOf(fields);
    setMissing(lacking);
    if (lacking.length === 0 && !correct.isPending) {
      correct.mutate(
        { key: newId(), fields },
        {
          onSuccess: ({ id }) => {
            notifications.show({ message: t('paper.corrected'), color: 'accent', role: 'status' });
            void navigate({ to: '/incoming/$arrivalId', params: { arrivalId: id } });
          },
        },
      );
    }
  };
  return (
    <>
      <PageHeader title={t('paper.correctTitle', { number: arrival.arrivalNumber ?? '' })}>
        <BackLink to="/incoming/$arrivalId" params={{ arrivalId: arrival.id }} />
      </PageHeader>
      <div className={classes.page}>
        <PaperForm
          fields={fields}
          change={(part) => setFields((before) => ({ ...before, ...part }))}
          missing={missing}
          error={correct.error}
          onSubmit={submit}
        >
          {correct.error !== null && <ProblemAlert error={correct.error} />}
          <div className={classes.foot}>
            <Button type="submit" loading={correct.isPending}>
              {t('paper.correctSave')}
            </Button>
            <p className={classes.hint}>{t('paper.correctHint')}</p>
          </div>
        </PaperForm>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { IconPrinter, IconTable } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../api/new-id.js';
import type { ArrivalView } from '../api/types.js';
import { BackLink } from '../ui/back-link.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import classes from './paper.module.css';
import { missingOf, nextPaper, noPaper, type PaperField, type PaperFields } from './paper-fields.js';
import { PaperForm } from './paper-form.js';
import { samePaperQuery, useRegisterPaper } from './paper-queries.js';
import { SamePaper } from './same-paper.js';
import { ScansField } from './scans-field.js';

/** One paper after the other: entered, its number written into the stamp, its scan dropped beside it. */
export function PaperPage() {
  const { t } = useTranslation();
  const [fields, setFields] = useState<PaperFields>(noPaper);
  const [key, setKey] = useState(newId);
  const [missing, setMissing] = useState<readonly PaperField[]>([]);
  const [entered, setEntered] = useState<readonly ArrivalView[]>([]);
  const first = useRef<HTMLInputElement>(null);
  const register = useRegisterPaper();
  const [asked] = useDebouncedValue(fields, 250);
  const { data: same = [] } = useQuery(samePaperQuery(asked));
  useEffect(() => {
    first.current?.focus();
  }, []);

  const change = (part: Partial<PaperFields>) => {
    setFields((before) => ({ ...before, ...part }));
    setMissing((before) => before.filter((name) => !(name in part)));
  };
  const begin = (arrival: ArrivalView) => {
    setEntered((before) => [arrival, ...before.filter(({ id }) => id !== arrival.id)]);
    setFields(nextPaper(fields));
    setKey(newId());
    register.reset();
    first.current?.focus();
  };
  const submit = (evenIfSame = false) => {
    const lacking = missingOf(fields);
    setMissing(lacking);
    if (lacking.length === 0 && !register.isPending) {
      register.mutate(
        { key, fields, evenIfSame },
        // Another wish from now on: what was refused is changed before it is sent again.
        { onSuccess: begin, onError: () => setKey(newId()) },
      );
    }
  };

  return (
    <>
      <PageHeader title={t('paper.title')}>
        <BackLink to="/incoming" search={{}} />
        <Button
          variant="default"
          leftSection={<IconTable size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/incoming/paper-table" {...props} />}
        >
          {t('paper.toTable')}
        </Button>
      </PageHeader>
      <div className={classes.page}>
        <PaperForm
          fields={fields}
          change={change}
          missing={missing}
          error={register.error}
          firstField={first}
          onSubmit={() => submit()}
        >
          <SamePaper same={same} arrivedOn={fields.arrivedOn} onNoted={begin} />
          {register.error !== null && <ProblemAlert error={register.error} />}
          <div className={classes.foot}>
            {same.length === 0 ? (
              <Button type="submit" loading={register.isPending}>
                {t('paper.register')}
              </Button>
            ) : (
              // Enter alone never enters the same document twice.
              <Button variant="default" loading={register.isPending} onClick={() => submit(true)}>
                {t('paper.registerAnyway')}
              </Button>
            )}
            <p className={classes.hint}>{t('paper.keys')}</p>
          </div>
        </PaperForm>
        <aside className={classes.side} aria-label={t('paper.entered')} aria-live="polite">
          {entered.length === 0 ? (
            <p className={classes.hint}>{t('paper.enteredNone')}</p>
          ) : (
            <ol className={classes.entered}>
              {entered.map((arrival, index) => (
                <Entered key={arrival.id} arrival={arrival} isLatest={index === 0} />
              ))}
            </ol>
          )}
        </aside>
      </div>
    </>
  );
}

function Entered({ arrival, isLatest }: { readonly arrival: ArrivalView; readonly isLatest: boolean }) {
  const { t } = useTranslation();
  const { id, arrivalNumber, symbol, subject, sender } = arrival;
  return (
    <li>
      {isLatest && arrivalNumber !== null && (
        <p className={classes.number}>{t('incoming.number', { number: arrivalNumber })}</p>
      )}
      <Link to="/incoming/$arrivalId" params={{ arrivalId: id }}>
        {!isLatest && arrivalNumber !== null && `${t('incoming.number', { number: arrivalNumber })} · `}
        {t('paper.line', { symbol, sender: sender.name, subject })}
      </Link>
      {isLatest && (
        <>
          <div className={classes.foot}>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPrinter size={14} aria-hidden />}
              renderRoot={(props) => <Link to="/incoming/stamps" search={{ ids: id }} target="_blank" {...props} />}
            >
              {t('paper.stamp.print')}
            </Button>
          </div>
          {arrival.source === 'paper' && <ScansField arrivalId={id} />}
        </>
      )}
    </li>
  );
}

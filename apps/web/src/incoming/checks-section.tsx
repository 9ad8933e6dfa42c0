import { Loader } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleX, IconHelpCircle, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArrivalCheck, ArrivalView } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { arrivalChecksQuery } from './arrival-queries.js';
import classes from './checks-section.module.css';

const signs: Readonly<Record<ArrivalCheck['outcome'], Icon>> = {
  ok: IconCheck,
  unknown: IconHelpCircle,
  care: IconAlertTriangle,
  bad: IconCircleX,
};

/** What the clerk looks at before accepting, each with its outcome in words. */
export function ChecksSection({ arrival }: { readonly arrival: ArrivalView }) {
  const { t } = useTranslation();
  const waits = arrival.actions.includes('accept');
  const { data, isPending } = useQuery({ ...arrivalChecksQuery(arrival.id), enabled: waits });
  if (!waits) {
    return null;
  }
  return (
    <Section title={t('incoming.checks.title')}>
      {isPending && <Loader size={18} aria-label={t('incoming.checks.looking')} />}
      <ul className={classes.checks} aria-label={t('incoming.checks.title')}>
        {data?.map((check) => (
          <Check key={check.check} {...check} />
        ))}
      </ul>
    </Section>
  );
}

function Check({ check, outcome, files }: ArrivalCheck) {
  const { t } = useTranslation();
  const Sign = signs[outcome];
  return (
    <li className={classes.check} data-outcome={outcome}>
      <Sign size={18} aria-hidden />
      <span>
        {t(`incoming.checks.${check}.${outcome}`)}
        {files.length > 0 && <bdi className={classes.files}>{files.join(', ')}</bdi>}
      </span>
    </li>
  );
}

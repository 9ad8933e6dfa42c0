import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Share } from '../api/types.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { formatDay, formatTimeWithSeconds } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { FigureCard } from './figure-card.js';
import { MonthsSection } from './months-section.js';
import { shareQuery } from './share-queries.js';
import classes from './share-page.module.css';

export function SharePage() {
  const { t } = useTranslation();
  const { year } = useSearch({ from: '/desk/share' });
  const query = useQuery(shareQuery(year));

  return (
    <>
      <PageHeader title={t('share.title')}>
        {query.data !== undefined && <YearChoice year={query.data.year} />}
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} aria-hidden />}
          data-no-print
          onClick={() => {
            window.print();
          }}
        >
          {t('common.print')}
        </Button>
      </PageHeader>
      <div className={classes.page}>
        {query.data === undefined && query.error !== null && <ProblemAlert error={query.error} />}
        {query.data === undefined && query.error === null && <Skeleton height={220} />}
        {query.data !== undefined && <Figures share={query.data} />}
      </div>
    </>
  );
}

function YearChoice({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.year}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('share.earlier')}
        data-no-print
        renderRoot={(props) => <Link to="/share" search={{ year: year - 1 }} {...props} />}
      >
        <IconChevronLeft size={20} aria-hidden />
      </ActionIcon>
      {t('share.year', { year })}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('share.later')}
        data-no-print
        renderRoot={(props) => <Link to="/share" search={{ year: year + 1 }} {...props} />}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function Figures({ share }: { readonly share: Share }) {
  const { t } = useTranslation();
  const { agency, asOf, definitionVersion, indicators, year } = share;
  return (
    <>
      <p className={classes.scope}>
        {agency === null ? t('share.ofAll') : t('share.of', { agency: agency.name })}
        {' · '}
        <span data-as-of>{t('share.asOf', { time: formatTimeWithSeconds(asOf), day: formatDay(asOf) })}</span>
        {' · '}
        {t('share.version', { version: definitionVersion })}
      </p>
      <div className={classes.cards}>
        {indicators.map((figure) => (
          <FigureCard key={figure.indicator} figure={figure} year={year} />
        ))}
      </div>
      {indicators.map((figure) => (
        <MonthsSection key={figure.indicator} figure={figure} year={year} />
      ))}
      <section className={classes.definition}>
        <h2>{t('share.definition')}</h2>
        <ul>
          {t('share.definitionText', { returnObjects: true }).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

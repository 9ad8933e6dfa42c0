import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Share } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { formatDay, formatTimeWithSeconds } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { AgenciesSection } from './agencies-section.js';
import { FigureCard } from './figure-card.js';
import { MonthsSection } from './months-section.js';
import { shareQuery } from './share-queries.js';
import type { ShareSearch } from './share-search.js';
import { StructureChoice } from './structure-choice.js';
import classes from './share-page.module.css';

export function SharePage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/desk/share' });
  const { predecessors } = useSession();
  const query = useQuery(shareQuery(search));
  // Without closed agencies both structures are the same.
  const hasStructures = predecessors.length > 0 || query.data?.agency === null;

  return (
    <>
      <PageHeader title={t('share.title')}>
        {hasStructures && <StructureChoice search={search} />}
        {query.data !== undefined && <YearChoice year={query.data.year} search={search} />}
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
        {query.data !== undefined && <Figures share={query.data} search={search} />}
      </div>
    </>
  );
}

function YearChoice({ year, search }: { readonly year: number; readonly search: ShareSearch }) {
  const { t } = useTranslation();
  return (
    <span className={classes.year}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('share.earlier')}
        data-no-print
        renderRoot={(props) => <Link to="/share" search={{ ...search, year: year - 1 }} {...props} />}
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
        renderRoot={(props) => <Link to="/share" search={{ ...search, year: year + 1 }} {...props} />}
      >
        <IconChevronRight size={20} aria-hidden />
      </ActionIcon>
    </span>
  );
}

function Figures({ share, search }: { readonly share: Share; readonly search: ShareSearch }) {
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
      {agency === null &&
        indicators.map(({ indicator }) => (
          <AgenciesSection key={indicator} indicator={indicator} search={{ ...search, year }} />
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

import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExchangeMode, ShareFigure } from '../api/types.js';
import { formatNumber, formatShare } from '../ui/format.js';
import { useStructure } from './use-structure.js';
import classes from './share-page.module.css';

const MonthsChart = lazy(async () => ({ default: (await import('./months-chart.js')).MonthsChart }));

interface Props {
  readonly figure: ShareFigure;
  readonly year: number;
}

type Counts = Pick<ShareFigure, 'electronic' | 'electronicWithPaper' | 'paper' | 'total' | 'share' | 'paperlessShare'>;

export function MonthsSection({ figure, year }: Props) {
  const { t } = useTranslation();
  const name = t(`share.indicator.${figure.indicator}`);
  return (
    <section className={classes.months}>
      <h2>
        {name}: {t('share.byMonth', { year })}
      </h2>
      {figure.total > 0 && (
        <div className={classes.chart} role="img" aria-label={t('share.chart', { name })}>
          <Suspense fallback={<Skeleton height={240} />}>
            <MonthsChart figure={figure} year={year} />
          </Suspense>
        </div>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('share.month')}</th>
              <th scope="col">{t('share.column.electronic')}</th>
              <th scope="col">{t('share.column.electronicWithPaper')}</th>
              <th scope="col">{t('share.column.paper')}</th>
              <th scope="col">{t('share.column.total')}</th>
              <th scope="col">{t('share.column.share')}</th>
              <th scope="col">{t('share.column.paperlessShare')}</th>
            </tr>
          </thead>
          <tbody>
            {figure.months.map((counts) => (
              <tr key={counts.month}>
                <th scope="row">{t('share.monthName', { month: counts.month })}</th>
                <Cells counts={counts} indicator={figure.indicator} year={year} month={counts.month} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('share.wholeYear')}</th>
              <Cells counts={figure} indicator={figure.indicator} year={year} />
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

interface CellsProps {
  readonly counts: Counts;
  readonly indicator: ShareFigure['indicator'];
  readonly year: number;
  readonly month?: number;
}

function Cells({ counts, indicator, year, month }: CellsProps) {
  const structure = useStructure();
  const { electronic, electronicWithPaper, paper, total, share, paperlessShare } = counts;
  const columns: readonly (readonly [string, number, ExchangeMode | undefined])[] = [
    ['electronic', electronic, 'electronic'],
    ['with-paper', electronicWithPaper, 'electronic-with-paper'],
    ['paper', paper, 'paper'],
    ['total', total, undefined],
  ];
  return (
    <>
      {columns.map(([key, number, mode]) => (
        <td key={key}>
          {number === 0 ? (
            <span className={classes.quiet}>0</span>
          ) : (
            <Link
              to="/share/exchanges"
              search={{
                ...structure,
                indicator,
                year,
                ...(month === undefined ? {} : { month }),
                ...(mode === undefined ? {} : { mode }),
              }}
            >
              {formatNumber(number)}
            </Link>
          )}
        </td>
      ))}
      <td>{formatShare(share)}</td>
      <td>{formatShare(paperlessShare)}</td>
    </>
  );
}

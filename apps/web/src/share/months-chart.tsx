import { BarChart } from '@mantine/charts';
import '@mantine/charts/styles.layer.css';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShareFigure } from '../api/types.js';
import { useStructure } from './use-structure.js';
import { formatShare } from '../ui/format.js';

interface Props {
  readonly figure: ShareFigure;
  readonly year: number;
}

/**
 * Month by month as columns: solid without paper, hatched with paper, and the target as a dashed line. The share
 * stands above each column, so the picture is read without its colours.
 */
export function MonthsChart({ figure, year }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const structure = useStructure();
  const hatch = `hatch-${figure.indicator}`;
  const data = figure.months.map(({ month, share, paperlessShare }) => ({
    month: t('share.monthShort', { month }),
    number: month,
    paperless: (paperlessShare ?? 0) * 100,
    withPaper: ((share ?? 0) - (paperlessShare ?? 0)) * 100,
    label: share === null ? '' : formatShare(share),
  }));
  const openMonth = (index: number) => {
    const month = data[index]?.number;
    if (month !== undefined) {
      void navigate({ to: '/share/exchanges', search: { ...structure, indicator: figure.indicator, year, month } });
    }
  };

  return (
    <>
      <svg width={0} height={0} aria-hidden style={{ position: 'absolute' }}>
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={6} height={6} fill="var(--surface)" />
            <rect width={3} height={6} fill="var(--accent-ink)" />
          </pattern>
        </defs>
      </svg>
      <BarChart
        h={240}
        data={data}
        dataKey="month"
        type="stacked"
        maxBarWidth={44}
        withTooltip={false}
        gridAxis="x"
        tickLine="none"
        yAxisProps={{ domain: [0, 100], ticks: [0, 25, 50, 75, 100], width: 48 }}
        valueFormatter={(value) => `${value} %`}
        series={[
          { name: 'paperless', color: 'var(--accent-ink)' },
          { name: 'withPaper', color: 'var(--accent-ink)' },
        ]}
        barProps={({ name }) => ({
          isAnimationActive: false,
          cursor: 'pointer',
          fill: name === 'withPaper' ? `url(#${hatch})` : 'var(--accent-ink)',
          stroke: 'var(--accent-ink)',
          strokeWidth: 1,
          onClick: (_bar: unknown, index: number) => openMonth(index),
        })}
        withBarValueLabel
        valueLabelProps={({ name }) => ({
          dataKey: name === 'withPaper' ? 'label' : 'none',
          formatter: undefined,
          fill: 'var(--ink)',
          fontSize: 12,
        })}
        barChartProps={{ margin: { top: 20, right: 8 }, accessibilityLayer: false }}
        referenceLines={
          figure.target === null
            ? []
            : [
                {
                  y: figure.target.value * 100,
                  color: 'var(--ink)',
                  strokeDasharray: '6 4',
                  strokeWidth: 1.5,
                  label: t('share.target', { value: formatShare(figure.target.value) }),
                  labelPosition: 'insideBottomRight',
                },
              ]
        }
      />
    </>
  );
}

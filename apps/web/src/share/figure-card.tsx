import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ShareFigure } from '../api/types.js';
import { formatNumber, formatShare } from '../ui/format.js';
import { useStructure } from './use-structure.js';
import classes from './share-page.module.css';
import { modes } from './share-search.js';
import { gapToTarget } from './gap-to-target.js';

interface Props {
  readonly figure: ShareFigure;
  readonly year: number;
}

function percent(share: number | null): string {
  return `${(share ?? 0) * 100}%`;
}

export function FigureCard({ figure, year }: Props) {
  const { t } = useTranslation();
  const { indicator, share, paperlessShare, total, electronic, electronicWithPaper, paper, target } = figure;
  const counts = { electronic, 'electronic-with-paper': electronicWithPaper, paper };
  const headingId = `figure-${indicator}`;
  const structure = useStructure();

  return (
    <section className={classes.card} aria-labelledby={headingId} data-indicator={indicator}>
      <h2 id={headingId} className={classes.name}>
        {t(`share.indicator.${indicator}`)}
      </h2>
      <p className={classes.about}>{t(`share.about.${indicator}`)}</p>
      {share === null ? (
        <p className={classes.quiet}>{t('share.noExchange', { year })}</p>
      ) : (
        <>
          <p className={classes.figure} style={{ margin: 0 }}>
            <Link
              to="/share/exchanges"
              search={{ ...structure, indicator, year }}
              className={classes.big}
              data-figure="share"
            >
              {formatShare(share)}
            </Link>
            <span className={classes.quiet}>
              {t('share.electronic')} ·{' '}
              {t('share.exchanges', {
                electronic: formatNumber(electronic + electronicWithPaper),
                total: formatNumber(total),
              })}
            </span>
          </p>
          <p className={classes.quiet} style={{ margin: '2px 0 0' }}>
            {t('share.paperless')}: <strong>{formatShare(paperlessShare)}</strong>
            {target !== null && <Standing share={share} target={target.value} />}
          </p>
        </>
      )}
      <div className={classes.track} aria-hidden>
        <span className={classes.withPaper} style={{ width: percent(share) }} />
        <span className={classes.paperless} style={{ width: percent(paperlessShare) }} />
        {target !== null && (
          <span className={classes.goal} style={{ left: `calc(${percent(target.value)} - 2px)` }}>
            <span className={classes.goalWord}>{t('share.target', { value: formatShare(target.value) })}</span>
          </span>
        )}
      </div>
      <p className={classes.parts}>
        {modes.map((mode) => (
          <span key={mode}>
            <span className={classes.swatch} data-mode={mode} aria-hidden />
            <Link to="/share/exchanges" search={{ ...structure, indicator, year, mode }}>
              {t(`common.channel.${mode}`)}: {formatNumber(counts[mode])}
            </Link>
          </span>
        ))}
      </p>
      <p className={classes.basis}>
        {target === null
          ? t('share.noTarget')
          : `${t('share.targetOf', { value: formatShare(target.value), year: target.year })}. ${t('share.basis', { basis: target.legalBasis })}`}
      </p>
    </section>
  );
}

function Standing({ share, target }: { readonly share: number; readonly target: number }) {
  const { t } = useTranslation();
  const gap = gapToTarget(share, target);
  return <> · {gap === 0 ? t('share.reached') : t('share.below', { value: formatNumber(gap) })}</>;
}

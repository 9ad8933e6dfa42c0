import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatMoment, formatNumber } from '../ui/format.js';
import classes from './trail-page.module.css';
import { trailStateQuery } from './trail-queries.js';

/** How far the chain is sealed, what waits, and whether somebody read it again: what makes the list below proof. */
export function TrailStateLine() {
  const { t } = useTranslation();
  const { data: state } = useQuery(trailStateQuery);
  if (state === undefined) {
    return <p className={classes.state}>{t('common.loading')}</p>;
  }
  const { sealedUntil, lastAnchor, lastVerified } = state;
  const isWhole = state.isProtected && (lastVerified === null || lastVerified.faults === 0);
  return (
    <div className={classes.state} data-warn={!isWhole || undefined}>
      {isWhole ? <IconLock size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      <span>
        {sealedUntil === null
          ? t('trail.state.nothing')
          : t('trail.state.sealed', {
              moment: formatMoment(sealedUntil),
              number: formatNumber(state.entries - state.unsealed),
            })}{' '}
        {state.unsealed === 0
          ? t('trail.state.nothingWaiting')
          : t('trail.state.waiting', { number: formatNumber(state.unsealed) })}{' '}
        {lastVerified === null
          ? t('trail.state.neverVerified')
          : t(lastVerified.faults === 0 ? 'trail.state.verified' : 'trail.state.faults', {
              moment: formatMoment(lastVerified.at),
              number: formatNumber(lastVerified.faults),
            })}{' '}
        {!state.isProtected && t('trail.state.unprotected')}
        {lastAnchor !== null && (
          <details className={classes.anchor}>
            <summary>{t('trail.state.anchor', { number: formatNumber(lastAnchor.number) })}</summary>
            <code>{`${lastAnchor.number}:${lastAnchor.hash}`}</code>
            <br />
            {t('trail.state.anchorHint')}
          </details>
        )}
      </span>
    </div>
  );
}

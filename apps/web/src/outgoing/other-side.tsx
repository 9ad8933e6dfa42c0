import { useTranslation } from 'react-i18next';
import type { DocumentSummary } from '../api/types.js';
import classes from './other-side.module.css';

function planned({ recipientCount, groupCount }: DocumentSummary) {
  if (groupCount === 0) {
    return 'outgoing.recipients';
  }
  return recipientCount === 0 ? 'outgoing.groupsOnly' : 'outgoing.recipientsAndGroups';
}

/** How far a document has come with its recipients; what went wrong stands first. */
export function OtherSide({ document }: { readonly document: DocumentSummary }) {
  const { t } = useTranslation();
  const { total, onPaper, arrived, refused, waiting, needsAttention } = document.deliveries;
  if (total === 0) {
    return <>{t(planned(document), { number: document.recipientCount, groups: document.groupCount })}</>;
  }
  const electronic = total - onPaper;
  return (
    <>
      {needsAttention > 0 && (
        <span className={classes.care}>{t('outgoing.attention', { number: needsAttention })} · </span>
      )}
      {refused > 0 && <span className={classes.bad}>{t('outgoing.refused', { number: refused })} · </span>}
      {electronic > 0 ? (
        <span className={arrived === electronic ? classes.good : undefined}>
          {t('outgoing.arrived', { number: arrived, total: electronic })}
        </span>
      ) : (
        t('outgoing.recipients', { number: total })
      )}
      {waiting > 0 && <span> · {t('outgoing.waiting', { number: waiting })}</span>}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import type { AgencyFactsOfPlan, PlanChange } from '../api/types.js';
import { formatNumber } from '../ui/format.js';
import { StateWord, type Tone } from '../ui/state-word.js';
import classes from './reorganisation.module.css';

const tones: Readonly<Record<PlanChange['change'], Tone>> = { created: 'good', changed: 'accent', closed: 'care' };

/** Agencies before and after, side by side; on a phone one under the other. */
export function ChangeList({ changes }: { readonly changes: readonly PlanChange[] }) {
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <ChangeLine key={`${change.before?.code ?? ''} ${change.after?.code ?? ''}`} change={change} />
      ))}
    </ul>
  );
}

function ChangeLine({ change }: { readonly change: PlanChange }) {
  const { t } = useTranslation();
  return (
    <li className={classes.change}>
      <span className={classes.changeWord}>
        <StateWord tone={tones[change.change]}>{t(`reorganisation.preview.change.${change.change}`)}</StateWord>
      </span>
      <AgencySide label={t('reorganisation.preview.before')} facts={change.before} />
      {change.after === null ? (
        <Successors successors={change.successors} />
      ) : (
        <AgencySide label={t('reorganisation.preview.after')} facts={change.after} />
      )}
      <Moves change={change} />
    </li>
  );
}

function AgencySide({ label, facts }: { readonly label: string; readonly facts: AgencyFactsOfPlan | null }) {
  const { t } = useTranslation();
  return (
    <span className={classes.side}>
      <span className={classes.sideLabel}>{label}</span>
      {facts === null ? (
        <span className={classes.quiet}>–</span>
      ) : (
        <>
          <span className={classes.strong}>{facts.name}</span>
          <span className={classes.quiet}>
            {facts.code} · {facts.abbreviation}
            {facts.parentName !== null && ` · ${t('reorganisation.preview.under', { name: facts.parentName })}`}
          </span>
        </>
      )}
    </span>
  );
}

function Successors({ successors }: Pick<PlanChange, 'successors'>) {
  const { t } = useTranslation();
  const lead = successors.find(({ isLead }) => isLead);
  const others = successors.filter(({ isLead }) => !isLead);
  return (
    <span className={classes.side}>
      <span className={classes.sideLabel}>{t('reorganisation.preview.after')}</span>
      <span>
        {lead === undefined
          ? t('reorganisation.form.nobody')
          : t('reorganisation.preview.succeededBy', { name: lead.name })}
      </span>
      {others.length > 0 && (
        <span className={classes.quiet}>
          {t('reorganisation.preview.alsoBy', { names: others.map(({ name }) => name).join(', ') })}
        </span>
      )}
    </span>
  );
}

/** What moves along, as far as there is anything. */
function Moves({ change }: { readonly change: PlanChange }) {
  const { t } = useTranslation();
  const counts = [
    ['documents', change.openDocuments],
    ['unsent', change.unsentDocuments],
    ['arrivals', change.unregisteredArrivals],
    ['deliveries', change.deliveriesOnTheWay],
    ['posts', change.posts],
  ] as const;
  const words = counts
    .filter(([, number]) => number > 0)
    .map(([key, number]) => t(`reorganisation.preview.${key}`, { number: formatNumber(number) }));
  if (words.length === 0) {
    return null;
  }
  return (
    <span className={classes.moves}>
      {t('reorganisation.preview.moves')}: {words.join(' · ')}
    </span>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AgencyDetails } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatDate } from '../ui/format.js';
import classes from './agencies.module.css';

/** Whose place it took, and who took its own. */
export function Successions({ agency }: { readonly agency: AgencyDetails }) {
  return (
    <>
      <Succession kind="successors" lines={agency.successors} />
      <Succession kind="predecessors" lines={agency.predecessors} />
    </>
  );
}

interface SuccessionProps {
  readonly kind: 'predecessors' | 'successors';
  readonly lines: AgencyDetails['successors'];
}

function Succession({ kind, lines }: SuccessionProps) {
  const { t } = useTranslation();
  if (lines.length === 0) {
    return null;
  }
  return (
    <Section title={t(`agencies.${kind}`)}>
      <ul className={classes.entries}>
        {lines.map(({ agency, effectiveOn, isLead }) => (
          <li key={agency.id}>
            <Link to="/agencies/$agencyId" params={{ agencyId: agency.id }}>
              {agency.name}
            </Link>{' '}
            <span className={classes.days}>
              · {agency.code} · {t('agencies.effectiveOn', { date: formatDate(effectiveOn) })}
              {kind === 'successors' && lines.length > 1 && isLead && ` · ${t('agencies.lead')}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Under which names, codes and agencies it was known before, the latest first. */
export function Past({ versions }: { readonly versions: AgencyDetails['versions'] }) {
  const { t } = useTranslation();
  if (versions.length === 0) {
    return null;
  }
  return (
    <Section title={t('agencies.past')}>
      <ul className={classes.entries}>
        {versions.map(({ validFrom, validTo, name, code, abbreviation, level, parent }) => (
          <li key={validTo}>
            <span className={classes.days}>
              {formatDate(validFrom)} – {formatDate(validTo)}
            </span>
            <br />
            {name} · {abbreviation} · {code} · {t(`terms.level.${level}`)}
            {parent !== null && ` · ${t('agencies.under', { name: parent.name })}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

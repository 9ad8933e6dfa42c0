import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agency } from '../api/types.js';
import rowClasses from '../ui/row-link.module.css';
import { AgencyState } from './agency-state.js';
import classes from './agencies.module.css';

interface Props {
  readonly agency: Agency;
  /** In a tree the place says under whom it stands. */
  readonly inTree?: boolean;
}

/** One agency on one line, with who took its place when it is closed. */
export function AgencyLine({ agency, inTree = false }: Props) {
  const { t } = useTranslation();
  const { id, name, abbreviation, code, level, parentName, successors } = agency;
  return (
    <Link
      to="/agencies/$agencyId"
      params={{ agencyId: id }}
      className={rowClasses.row}
      activeProps={{}}
      data-row
      data-agency={code}
    >
      <span className={classes.line}>
        <span className={classes.name}>
          {name}
          {!inTree && parentName !== null && (
            <span className={classes.under}> · {t('agencies.under', { name: parentName })}</span>
          )}
        </span>
        <span className={classes.abbreviation}>{abbreviation}</span>
        <span className={classes.code}>{code}</span>
        <span className={classes.level}>{t(`terms.level.${level}`)}</span>
        <span className={classes.state}>
          <AgencyState agency={agency} />
          {successors.length > 0 && (
            <span className={classes.under}>
              {t('agencies.succeededBy', { names: successors.map((one) => one.name).join(', ') })}
            </span>
          )}
        </span>
      </span>
    </Link>
  );
}

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonSummary } from '../api/types.js';
import rowClasses from '../ui/row-link.module.css';
import classes from './people.module.css';
import { SignInWord } from './sign-in-word.js';

interface Props {
  readonly person: PersonSummary;
  readonly showsAgency: boolean;
}

/** Somebody on one line: who, in which posts, and whether they can sign in. */
export function PersonRow({ person, showsAgency }: Props) {
  const { t } = useTranslation();
  return (
    <Link to="/people/$personId" params={{ personId: person.id }} className={rowClasses.row} data-row>
      <span className={classes.row}>
        <span className={classes.who}>
          <span className={classes.name}>{person.fullName}</span>
          <span className={classes.quiet}>{person.userName}</span>
        </span>
        <span className={classes.what}>
          {person.posts.map(({ id, position, role, agency, unitName }) => (
            <span key={id} className={classes.post}>
              {position}{' '}
              <span className={classes.quiet}>
                {[t(`terms.role.${role}`), unitName, showsAgency ? agency.name : null]
                  .filter((word) => word !== null)
                  .join(' · ')}
              </span>
            </span>
          ))}
        </span>
        <SignInWord state={person.signIn} />
      </span>
    </Link>
  );
}

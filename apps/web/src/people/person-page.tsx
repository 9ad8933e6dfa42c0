import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Person } from '../api/types.js';
import { DelegationLines } from '../delegation/delegation-lines.js';
import { useMay } from '../session/use-session.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { Facts, Section } from '../ui/facts.js';
import { formatDay } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { personQuery } from './people-queries.js';
import classes from './people.module.css';
import { PersonActions } from './person-actions.js';
import { PersonPosts } from './person-posts.js';
import { PersonSessions } from './person-sessions.js';
import { SignInWord } from './sign-in-word.js';

export function PersonPage() {
  const { personId } = useParams({ from: '/desk/people/$personId' });
  const query = useQuery(personQuery(personId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenPerson key={personId} person={query.data} />;
}

function OpenPerson({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const managesSignIn = useMay('person:manage') && person.actions.length > 0;
  const since = person.disabledAt === null ? '' : formatDay(person.disabledAt);
  return (
    <>
      <div className={classes.back}>
        <BackLink to="/people" search={{}} />
        <PageHeader title={person.fullName}>
          <PersonActions person={person} />
        </PageHeader>
      </div>
      <div className={classes.sections}>
        <Section title={t('people.facts')}>
          <p className={classes.hint}>
            <SignInWord state={person.signIn} /> {t(`people.signInHint.${person.signIn}`, { date: since })}
          </p>
          <Facts
            facts={[
              [t('people.userName'), person.userName],
              [t('people.email'), person.email],
            ]}
          />
        </Section>
        <PersonPosts person={person} />
        {person.delegations.length > 0 && (
          <Section title={t('delegation.list')}>
            <DelegationLines delegations={person.delegations} />
          </Section>
        )}
        {managesSignIn && <PersonSessions person={person} />}
      </div>
    </>
  );
}

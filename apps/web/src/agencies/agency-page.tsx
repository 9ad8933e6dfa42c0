import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconPencil, IconPhone, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgencyDetails } from '../api/types.js';
import { PageFault } from '../shell/page-fault.js';
import { ConnectionSection } from '../connections/connection-section.js';
import { BackLink } from '../ui/back-link.js';
import { Facts, Section } from '../ui/facts.js';
import { formatDate, formatNumber } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { AgencyDialog } from './agency-dialog.js';
import { agencyQuery } from './agency-queries.js';
import { AgencyState } from './agency-state.js';
import { ContactDialog } from './contact-dialog.js';
import { Past, Successions } from './agency-past.js';
import { Children } from './agency-children.js';
import classes from './agencies.module.css';

export function AgencyPage() {
  const { agencyId } = useParams({ from: '/desk/agencies/$agencyId' });
  const query = useQuery(agencyQuery(agencyId));
  if (query.data === undefined) {
    return query.error === null ? <Skeleton height={400} m={24} /> : <PageFault error={query.error} />;
  }
  return <OpenAgency key={agencyId} agency={query.data} />;
}

function OpenAgency({ agency }: { readonly agency: AgencyDetails }) {
  const { t } = useTranslation();
  const { path, address, email, phone } = agency;
  return (
    <>
      <PageHeader title={agency.name}>
        <AgencyActions agency={agency} />
      </PageHeader>
      <div className={classes.page}>
        <div className={classes.way}>
          <BackLink to="/agencies" search={{}} />
          {path.length > 0 && (
            <ol className={classes.above} aria-label={t('agencies.path')}>
              {path.map(({ id, name }) => (
                <li key={id}>
                  <Link to="/agencies/$agencyId" params={{ agencyId: id }}>
                    {name}
                  </Link>
                </li>
              ))}
            </ol>
          )}
        </div>
        <AgencyState agency={agency} />
        <Successions agency={agency} />
        <Section title={t('agencies.facts')}>
          <Facts
            facts={[
              [t('agencies.code'), agency.code],
              [t('agencies.code102'), agency.code102],
              [t('agencies.abbreviation'), agency.abbreviation],
              [t('agencies.level'), t(`terms.level.${agency.level}`)],
              [t('agencies.validFrom'), formatDate(agency.validFrom)],
              [t('agencies.validTo'), agency.validTo === null ? null : formatDate(agency.validTo)],
            ]}
          />
        </Section>
        <Section title={t('agencies.contact')}>
          {address === '' && email === '' && phone === '' ? (
            <p className={classes.days}>{t('agencies.noContact')}</p>
          ) : (
            <Facts
              facts={[
                [t('agencies.address'), address],
                [
                  t('agencies.email'),
                  email === '' ? (
                    ''
                  ) : (
                    <a key="email" href={`mailto:${email}`}>
                      {email}
                    </a>
                  ),
                ],
                [
                  t('agencies.phone'),
                  phone === '' ? (
                    ''
                  ) : (
                    <a key="phone" href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>
                      {phone}
                    </a>
                  ),
                ],
              ]}
            />
          )}
        </Section>
        <ConnectionSection agency={agency} />
        <Past versions={agency.versions} />
        <Section title={`${t('agencies.children')} (${formatNumber(agency.childCount)})`}>
          <Children parentId={agency.id} />
        </Section>
      </div>
    </>
  );
}

function AgencyActions({ agency }: { readonly agency: AgencyDetails }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'edit' | 'edit-contact' | 'add-child' | null>(null);
  const close = () => setOpened(null);
  const may = (action: AgencyDetails['actions'][number]) => agency.actions.includes(action);
  return (
    <>
      {may('add-child') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setOpened('add-child')}
        >
          {t('agencies.addChild')}
        </Button>
      )}
      {may('edit') && (
        <Button leftSection={<IconPencil size={18} aria-hidden />} onClick={() => setOpened('edit')}>
          {t('agencies.edit')}
        </Button>
      )}
      {may('edit-contact') && !may('edit') && (
        <Button leftSection={<IconPhone size={18} aria-hidden />} onClick={() => setOpened('edit-contact')}>
          {t('agencies.editContact')}
        </Button>
      )}
      {opened === 'edit' && <AgencyDialog agency={agency} parent={null} onClose={close} />}
      {opened === 'add-child' && <AgencyDialog agency={null} parent={agency} onClose={close} />}
      {opened === 'edit-contact' && <ContactDialog agency={agency} onClose={close} />}
    </>
  );
}

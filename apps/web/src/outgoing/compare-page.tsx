import { Button, Select, Skeleton, Switch } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import { PageFault } from '../shell/page-fault.js';
import { BackLink } from '../ui/back-link.js';
import { formatMoment } from '../ui/format.js';
import { usePageTitle } from '../ui/use-page-title.js';
import classes from './compare-page.module.css';
import { ComparedVersions } from './compared-versions.js';
import { versionQuery, versionsQuery } from './review-queries.js';

/** Two versions of a draft side by side, with what changed between them marked. */
export function ComparePage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { documentId } = useParams({ from: '/desk/outgoing/$documentId/versions' });
  const search = useSearch({ from: '/desk/outgoing/$documentId/versions' });
  const [onlyChanged, setOnlyChanged] = useState(true);
  usePageTitle(t('reviews.compare.title'));
  const list = useInfiniteQuery(versionsQuery(documentId));
  const versions = rowsOf(list.data);
  const to = search.to ?? versions[0]?.number ?? 1;
  const from = search.from ?? Math.max(1, to - 1);
  const known = list.data !== undefined && versions.length > 0;
  const before = useQuery({ ...versionQuery(documentId, from), enabled: known });
  const after = useQuery({ ...versionQuery(documentId, to), enabled: known });
  const error = list.error ?? before.error ?? after.error;
  const choose = (chosen: { from: number; to: number }) => {
    void navigate({ to: '/outgoing/$documentId/versions', params: { documentId }, search: chosen, replace: true });
  };
  const options = versions.map(({ number, reason, keptAt }) => ({
    value: String(number),
    label: `${t('reviews.versions.name', { number })} · ${t(`reviews.versions.reason.${reason}`)} · ${formatMoment(keptAt)}`,
  }));

  return (
    <article className={classes.page}>
      <header className={classes.header}>
        <BackLink to="/outgoing/$documentId" params={{ documentId }} />
        <h1 className={classes.title}>{t('reviews.compare.title')}</h1>
      </header>
      {error !== null && <PageFault error={error} />}
      {known && versions.length === 1 && <p>{t('reviews.compare.oneVersion')}</p>}
      {known && (
        <div className={classes.choice} data-no-print>
          <Select
            className={classes.version}
            label={t('reviews.compare.from')}
            allowDeselect={false}
            data={options}
            value={String(from)}
            onChange={(value) => choose({ from: Number(value), to })}
          />
          <Button
            variant="default"
            leftSection={<IconArrowsExchange size={16} aria-hidden />}
            onClick={() => choose({ from: to, to: from })}
          >
            {t('reviews.compare.swap')}
          </Button>
          <Select
            className={classes.version}
            label={t('reviews.compare.to')}
            allowDeselect={false}
            data={options}
            value={String(to)}
            onChange={(value) => choose({ from, to: Number(value) })}
          />
          <Switch
            label={t('reviews.compare.onlyChanged')}
            checked={onlyChanged}
            onChange={(event) => setOnlyChanged(event.currentTarget.checked)}
          />
        </div>
      )}
      {before.data !== undefined && after.data !== undefined ? (
        <ComparedVersions before={before.data} after={after.data} onlyChanged={onlyChanged} />
      ) : (
        error === null && <Skeleton height={320} />
      )}
    </article>
  );
}

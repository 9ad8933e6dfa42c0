import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import type { DocumentView } from '../api/types.js';
import { Section } from '../ui/facts.js';
import { formatMoment } from '../ui/format.js';
import { versionsQuery } from './review-queries.js';
import classes from './reviews.module.css';
import { useKeepVersion } from './use-keep-version.js';

/** The versions of a draft that were kept, and the way to compare them. */
export function VersionsSection({ document: { id, actions, versionNumber } }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery({ ...versionsQuery(id), enabled: versionNumber !== null });
  const keep = useKeepVersion();
  const mayKeep = actions.includes('keep-version');
  if (versionNumber === null && !mayKeep) {
    return null;
  }
  return (
    <Section title={t('reviews.versions.title')}>
      {versionNumber === null && <p className={classes.none}>{t('reviews.versions.none')}</p>}
      <ol className={classes.versions}>
        {rowsOf(query.data).map(({ number, reason, keptAt, keptBy }) => (
          <li key={number} className={classes.version} data-version={number}>
            <span>
              <b>{t('reviews.versions.name', { number })}</b> · {t(`reviews.versions.reason.${reason}`)}
              <span className={classes.quiet}>{keptBy.fullName}</span>
            </span>
            <time className={classes.quiet} dateTime={keptAt}>
              {formatMoment(keptAt)}
            </time>
          </li>
        ))}
      </ol>
      {query.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      <div className={classes.tools} data-no-print>
        {versionNumber !== null && versionNumber > 1 && (
          <Button
            size="xs"
            variant="default"
            renderRoot={(props) => (
              <Link
                to="/outgoing/$documentId/versions"
                params={{ documentId: id }}
                search={{ from: versionNumber - 1, to: versionNumber }}
                {...props}
              />
            )}
          >
            {t('reviews.versions.compare')}
          </Button>
        )}
        {mayKeep && (
          <Button size="xs" variant="default" loading={keep.isPending} onClick={() => keep.mutate(id)}>
            {t('reviews.versions.keep')}
          </Button>
        )}
      </div>
    </Section>
  );
}

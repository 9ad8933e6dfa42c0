import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowList } from '../ui/row-list.js';
import { AgencyLine } from './agency-line.js';
import { childrenQuery } from './agency-queries.js';
import classes from './agencies.module.css';

export function Children({ parentId }: { readonly parentId: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(childrenQuery(parentId));
  return (
    <RowList
      label={t('agencies.children')}
      query={query}
      renderRow={(agency) => <AgencyLine agency={agency} inTree />}
      empty={<p className={classes.days}>{t('agencies.noChildren')}</p>}
    />
  );
}

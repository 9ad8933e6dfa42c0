import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { IconMoodCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../api/types.js';
import { useDeskCounts } from '../shell/use-desk-counts.js';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { formatDate } from '../ui/format.js';
import { Line } from '../ui/line.js';
import { PageHeader } from '../ui/page-header.js';
import rowClasses from '../ui/row-link.module.css';
import { RowList } from '../ui/row-list.js';
import { StateWord } from '../ui/state-word.js';
import { workListQuery } from './handling-queries.js';
import { workBoxes } from './work-search.js';

/** What a person and their unit have to do of incoming documents, by its day. */
export function WorkPage() {
  const { t } = useTranslation();
  const { box = 'mine' } = useSearch({ from: '/desk/my-work' });
  const counts = useDeskCounts();
  const query = useInfiniteQuery(workListQuery(box));
  return (
    <>
      <PageHeader title={t('handling.work.title')} count={counts?.toHandle ?? 0} />
      <BoxTabs
        label={t('handling.work.title')}
        tabs={workBoxes.map((key) => ({
          key,
          word: t(`handling.work.box.${key}`),
          link: { to: '/my-work', search: key === 'mine' ? {} : { box: key } },
          chosen: key === box,
          count: key === 'mine' ? (counts?.toHandle ?? 0) : 0,
        }))}
      />
      <RowList
        key={box}
        label={t('handling.work.list')}
        query={query}
        renderRow={(item) => <WorkRow item={item} />}
        empty={
          <EmptyPlace
            icon={IconMoodCheck}
            title={t(`handling.work.empty.${box}`)}
            text={t(`handling.work.empty.${box}Text`)}
          />
        }
      />
    </>
  );
}

function WorkRow({ item }: { readonly item: WorkItem }) {
  const { t } = useTranslation();
  const { arrivalId, role, state, holder, dueOn, workingDaysLeft, isChanged } = item;
  return (
    <Link to="/incoming/$arrivalId" params={{ arrivalId }} className={rowClasses.row} data-row data-work={item.id}>
      <Line
        urgency={item.urgency}
        symbol={item.symbol}
        typeName={item.typeName}
        subject={item.subject}
        other={`${item.senderName} → ${holder}`}
        state={
          <>
            <StateWord tone={state === 'in-process' ? 'good' : 'accent'}>
              {t(`handling.role.${role}`)} · {t(`handling.state.${state}`)}
            </StateWord>
            {isChanged && <StateWord tone="care">{t('handling.work.changed')}</StateWord>}
            {workingDaysLeft !== null && <TimeLeft days={workingDaysLeft} />}
          </>
        }
        date={dueOn === null ? t('handling.work.noDay') : formatDate(dueOn)}
        strong={isChanged}
      />
    </Link>
  );
}

/** In working days; what is due within two of them is pressing. */
function TimeLeft({ days }: { readonly days: number }) {
  const { t } = useTranslation();
  if (days < 0) {
    return <StateWord tone="bad">{t('handling.work.late', { days: -days })}</StateWord>;
  }
  return (
    <StateWord tone={days <= 2 ? 'care' : 'calm'}>
      {days === 0 ? t('handling.work.today') : t('handling.work.left', { days })}
    </StateWord>
  );
}

import { Button, Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconPlayerPause } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeWithSeconds } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { AlertsSection } from './alerts-section.js';
import { ChannelsTable } from './channels-table.js';
import { JobsSection } from './jobs-section.js';
import { LinesTable } from './lines-table.js';
import { PauseDialog, type PauseOf } from './pause-dialog.js';
import { PauseList } from './pause-list.js';
import classes from './queue-page.module.css';
import { queueQuery } from './queue-queries.js';

/** What waits, runs and fails, and what holds it back; looked at again every five seconds. */
export function QueuePage() {
  const { t } = useTranslation();
  const queue = useQuery(queueQuery);
  const [pausing, setPausing] = useState<PauseOf | null>(null);
  return (
    <>
      <PageHeader title={t('queue.title')}>
        <Button
          component="a"
          variant="default"
          href="/api/v1/delivery-queue/board"
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={18} aria-hidden />}
        >
          {t('queue.board')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlayerPause size={18} aria-hidden />}
          onClick={() => setPausing({ channel: null, agencyId: null })}
        >
          {t('queue.pause')}
        </Button>
      </PageHeader>
      <div className={classes.page}>
        {queue.error !== null && <ProblemAlert error={queue.error} />}
        {queue.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
        {queue.data !== undefined && (
          <>
            <p className={classes.lead}>{t('queue.lead', { time: formatTimeWithSeconds(queue.data.at) })}</p>
            <PauseList pauses={queue.data.pauses} />
            <ChannelsTable channels={queue.data.channels} pauses={queue.data.pauses} onPause={setPausing} />
            <LinesTable lines={queue.data.lines} onPause={setPausing} />
            <AlertsSection />
            <JobsSection jobs={queue.data.jobs} failedJobs={queue.data.failedJobs} />
          </>
        )}
      </div>
      {pausing !== null && <PauseDialog of={pausing} onClose={() => setPausing(null)} />}
    </>
  );
}

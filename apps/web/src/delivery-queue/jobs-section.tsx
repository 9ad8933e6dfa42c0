import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { FailedJob, JobFigures } from '../api/types.js';
import { vi } from '../i18n/vi/index.js';
import { formatMoment, formatNumber, formatWhen } from '../ui/format.js';
import { useShowProblem } from '../ui/use-problem.js';
import classes from './queue-page.module.css';
import { useRetryJobs } from './queue-queries.js';

interface Props {
  readonly jobs: readonly JobFigures[];
  readonly failedJobs: readonly FailedJob[];
}

/** Work in the background, and what of it failed, to be run again one by one or all together. */
export function JobsSection({ jobs, failedJobs }: Props) {
  const { t } = useTranslation();
  const retry = useRetryJobs();
  const showProblem = useShowProblem();
  const runAgain = (id: string) =>
    retry.mutate(id, {
      onError: showProblem,
      onSuccess: ({ count }) =>
        notifications.show({ message: t('queue.ranAgain', { number: count }), color: 'accent', role: 'status' }),
    });
  return (
    <section className={classes.section}>
      <h2>{t('queue.jobs')}</h2>
      {jobs.length === 0 ? (
        <p className={classes.lead}>{t('queue.noJobs')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('queue.column.job')}</th>
                <th scope="col">{t('queue.column.waiting')}</th>
                <th scope="col">{t('queue.column.broken')}</th>
                <th scope="col">{t('queue.column.oldest')}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map(({ job, waiting, failed, oldestAt }) => (
                <tr key={job}>
                  <th scope="row">
                    <JobName job={job} />
                  </th>
                  <td>{formatNumber(waiting)}</td>
                  <td data-warn={failed > 0 || undefined}>{formatNumber(failed)}</td>
                  <td>{oldestAt === null ? '–' : formatWhen(oldestAt, new Date())}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {failedJobs.length > 0 && (
        <>
          <div className={classes.heading}>
            <h3>{t('queue.failedJobs')}</h3>
            <Button size="xs" variant="default" loading={retry.isPending} onClick={() => runAgain('all')}>
              {t('queue.retryAll')}
            </Button>
          </div>
          <ul className={classes.failedJobs} aria-label={t('queue.failedJobs')}>
            {failedJobs.map(({ id, job, payload, failure, failedAt }) => (
              <li key={id} className={classes.failedJob}>
                <span className={classes.words}>
                  <b>
                    <JobName job={job} />
                  </b>{' '}
                  <span className={classes.quiet}>{formatMoment(failedAt)}</span>
                  <br />
                  {failure}
                  <br />
                  <code className={classes.quiet}>{payload}</code>
                </span>
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('queue.retryOne', { name: job, moment: formatMoment(failedAt) })}
                  onClick={() => runAgain(id)}
                >
                  {t('queue.retry')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const words = vi.queue.job;

function isNamed(job: string): job is keyof typeof words {
  return Object.hasOwn(words, job);
}

/** In words, and as the command line and the logs call it. */
function JobName({ job }: { readonly job: string }) {
  const { t } = useTranslation();
  return isNamed(job) ? <span title={job}>{t(`queue.job.${job}`)}</span> : <code>{job}</code>;
}

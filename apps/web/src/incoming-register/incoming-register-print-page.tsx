import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import classes from '../register/register-print-page.module.css';
import { useSession } from '../session/use-session.js';
import { BackLink } from '../ui/back-link.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { usePrintRecord } from '../ui/use-print-record.js';
import { longestPrint, printedQuery } from './incoming-register-queries.js';
import { printedBooks } from './printed-books.js';

/** The register as the decree has it on paper; who prints it is on record. */
export function IncomingRegisterPrintPage() {
  const { t } = useTranslation();
  const wanted = useSearch({ from: '/desk/incoming-register/print' });
  const query = useQuery(printedQuery(wanted));
  const { post, predecessors } = useSession();
  const lines = query.data?.lines ?? [];
  const { book = 'register', agencyId } = wanted;
  const year = (wanted.year === 'all' ? undefined : wanted.year) ?? lines[0]?.year ?? new Date().getFullYear();
  const agency = predecessors.find(({ id }) => id === agencyId) ?? post.agency;
  const { title, columns, cells } = printedBooks[book];
  usePrintRecord(
    useCallback(
      () => client.POST('/api/v1/incoming-register/prints', { body: { year, book, ...(agencyId && { agencyId }) } }),
      [year, book, agencyId],
    ),
  );

  if (query.error !== null) {
    return <ProblemAlert error={query.error} />;
  }
  return (
    <>
      <div data-no-print>
        <PageHeader title={t(`incomingRegister.book.${book}`)}>
          <BackLink to="/incoming-register" search={wanted} />
          <Button
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={query.isPending}
            onClick={() => {
              window.print();
            }}
          >
            {t('register.print')}
          </Button>
        </PageHeader>
        {query.data?.isWhole === false && (
          <Alert color="yellow" mx="lg" mb="md">
            {t('register.printTooLong', { max: longestPrint })}
          </Alert>
        )}
      </div>
      <article className={classes.book} lang="vi">
        <p className={classes.agency}>{agency.name}</p>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.year}>{`Năm ${year}`}</p>
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
              <tr className={classes.numbers}>
                {columns.map((heading, index) => (
                  <td key={heading}>{`(${index + 1})`}</td>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  {cells(line).map((text, index) => (
                    <td key={columns[index]}>{text}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>{`Tổng cộng: ${lines.length} văn bản.`}</p>
        <div className={classes.signatures}>
          <p>
            <b>NGƯỜI LẬP SỔ</b>
            <i>(Ký, ghi rõ họ tên)</i>
          </p>
          <p>
            <i>{`…………………, ngày …… tháng …… năm ${year}`}</i>
            <b>THỦ TRƯỞNG CƠ QUAN</b>
            <i>(Ký, ghi rõ họ tên, đóng dấu)</i>
          </p>
        </div>
      </article>
    </>
  );
}

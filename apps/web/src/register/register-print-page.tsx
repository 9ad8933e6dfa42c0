import { Alert, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { IconPrinter } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../api/client.js';
import type { RegisterEntry } from '../api/types.js';
import { useSession } from '../session/use-session.js';
import { BackLink } from '../ui/back-link.js';
import { formatDate } from '../ui/format.js';
import { PageHeader } from '../ui/page-header.js';
import { ProblemAlert } from '../ui/problem-alert.js';
import { usePrintRecord } from '../ui/use-print-record.js';
import { longestPrint, printedQuery } from './register-queries.js';
import classes from './register-print-page.module.css';
import { numberOf } from './register-words.js';

/** The ten columns of Decree 30/2020, Annex IV: the form is Vietnamese, whatever language the reader uses. */
const columns = [
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
] as const;

/** The register as the decree has it on paper; who prints it is on record. */
export function RegisterPrintPage() {
  const { t } = useTranslation();
  const wanted = useSearch({ from: '/desk/outgoing-register/print' });
  const query = useQuery(printedQuery(wanted));
  const { post, predecessors } = useSession();
  const lines = query.data?.lines ?? [];
  const year = wanted.year ?? lines[0]?.year ?? new Date().getFullYear();
  const agency = predecessors.find(({ id }) => id === wanted.agencyId) ?? post.agency;
  const { agencyId } = wanted;
  usePrintRecord(
    useCallback(
      () => client.POST('/api/v1/outgoing-register/prints', { body: { year, ...(agencyId && { agencyId }) } }),
      [year, agencyId],
    ),
  );

  if (query.error !== null) {
    return <ProblemAlert error={query.error} />;
  }
  return (
    <>
      <div data-no-print>
        <PageHeader title={t('register.printTitle')}>
          <BackLink to="/outgoing-register" search={wanted} />
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
        <h2 className={classes.title}>SỔ ĐĂNG KÝ VĂN BẢN ĐI</h2>
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
                <PrintedLine key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
        <p>{`Tổng cộng: ${lines.length} số.`}</p>
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

function PrintedLine({ line }: { readonly line: RegisterEntry }) {
  const { document, cancelled, recipients, recipientCount } = line;
  const others = recipientCount - recipients.length;
  const notes = [
    ...(line.reason === '' ? [] : [`${line.state === 'reserved' ? 'Số giữ' : 'Số đã giữ'}: ${line.reason}`]),
    ...(cancelled === null ? [] : [`Số hủy: ${cancelled.reason}`]),
  ];
  return (
    <tr>
      <td>{numberOf(line)}</td>
      <td>{document !== null && formatDate(line.day)}</td>
      <td>{[line.typeName, document?.subject].filter(Boolean).join(' – ')}</td>
      <td>{line.signer?.fullName}</td>
      <td>{`${recipients.join('; ')}${others > 0 ? ` và ${others} nơi nhận khác` : ''}`}</td>
      <td>{document !== null && `Văn thư; ${document.draftingUnit || document.drafterName}`}</td>
      <td>{line.issuedAmount}</td>
      <td>{line.sentOn !== null && formatDate(line.sentOn)}</td>
      <td>&nbsp;</td>
      <td>{notes.join('. ')}</td>
    </tr>
  );
}

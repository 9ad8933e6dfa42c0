import { Button, Menu, NumberInput, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { IconBook2, IconDownload, IconFileSearch } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '../register/register-page.module.css';
import { BoxTabs } from '../ui/box-tabs.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { RowList } from '../ui/row-list.js';
import { IncomingRegisterLine } from './incoming-register-line.js';
import { incomingRegisterQuery } from './incoming-register-queries.js';
import {
  incomingBooks,
  incomingRegisterSearch,
  type IncomingRegisterSearch,
  progresses,
} from './incoming-register-search.js';

type Narrow = (change: Partial<Record<keyof IncomingRegisterSearch, unknown>>) => void;

/** The incoming register of a year, and the book in which the handling is followed. */
export function IncomingRegisterPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = useSearch({ from: '/desk/incoming-register' });
  const query = useInfiniteQuery(incomingRegisterQuery(wanted));
  const { book = 'register', ...others } = wanted;
  const narrow: Narrow = (change) => {
    void navigate({
      to: '/incoming-register',
      search: incomingRegisterSearch({ ...wanted, ...change }),
      replace: true,
    });
  };

  return (
    <>
      <PageHeader title={t('incomingRegister.title')}>
        <RegisterChoice agencyId={wanted.agencyId} onChange={(agencyId) => narrow({ agencyId })} />
        {wanted.year !== 'all' && <RegisterMenu wanted={wanted} />}
      </PageHeader>
      <BoxTabs
        label={t('incomingRegister.title')}
        tabs={incomingBooks.map((key) => ({
          key,
          word: t(`incomingRegister.book.${key}`),
          link: { to: '/incoming-register', search: key === 'register' ? others : { ...others, book: key } },
          chosen: key === book,
        }))}
      />
      <Filters key={wanted.year ?? 'this'} wanted={wanted} onNarrow={narrow} />
      <RowList
        key={JSON.stringify(wanted)}
        label={t('incomingRegister.list')}
        query={query}
        renderRow={(entry) => <IncomingRegisterLine entry={entry} book={book} />}
        empty={
          Object.keys(others).length > 0 ? (
            <EmptyPlace
              icon={IconFileSearch}
              title={t('incomingRegister.nothing')}
              text={t('incomingRegister.nothingText')}
            />
          ) : (
            <EmptyPlace icon={IconBook2} title={t('incomingRegister.empty')} text={t('incomingRegister.emptyText')} />
          )
        }
      />
    </>
  );
}

/** The book as it is narrowed, on paper and as a file. Exports and prints are on record. */
function RegisterMenu({ wanted }: { readonly wanted: IncomingRegisterSearch }) {
  const { t } = useTranslation();
  const { year, ...texts } = wanted;
  const addressOf = (format: 'pdf' | 'xlsx') =>
    `/api/v1/incoming-register/export?${new URLSearchParams({ format, ...texts, ...(year === undefined ? {} : { year: String(year) }) })}`;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t('register.export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={addressOf('pdf')} download>
          {t('register.exportPdf')}
        </Menu.Item>
        <Menu.Item component="a" href={addressOf('xlsx')} download>
          {t('register.exportXlsx')}
        </Menu.Item>
        <Menu.Item renderRoot={(props) => <Link to="/incoming-register/print" search={wanted} {...props} />}>
          {t('register.print')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Filters({ wanted, onNarrow }: { readonly wanted: IncomingRegisterSearch; readonly onNarrow: Narrow }) {
  const { t } = useTranslation();
  return (
    <div className={classes.filters} data-under-tabs data-no-print>
      <NumberInput
        className={classes.year}
        size="sm"
        aria-label={t('register.year')}
        placeholder={t(wanted.year === 'all' ? 'incomingRegister.allYears' : 'register.thisYear')}
        min={1945}
        max={9999}
        hideControls
        value={wanted.year === 'all' ? '' : (wanted.year ?? '')}
        onBlur={(event) => {
          const { value } = event.currentTarget;
          if (value !== '' || wanted.year !== 'all') {
            onNarrow({ year: value === '' ? undefined : Number(value) });
          }
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.currentTarget.blur();
          }
        }}
      />
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('incomingRegister.progress')}
        placeholder={t('incomingRegister.anyProgress')}
        clearable
        clearButtonProps={{ 'aria-label': t('incomingRegister.anyProgress') }}
        data={progresses.map((value) => ({ value, label: t(`incomingRegister.progresses.${value}`) }))}
        value={wanted.progress ?? null}
        onChange={(progress) => onNarrow({ progress: progress ?? undefined })}
      />
      {wanted.lead !== undefined && (
        <Button variant="default" size="sm" onClick={() => onNarrow({ lead: undefined })}>
          {t('incomingRegister.anyLead')}
        </Button>
      )}
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className={classes.day}>
          <span>{t(`register.${end}`)}</span>
          <TextInput
            type="date"
            size="sm"
            value={wanted[end] ?? ''}
            onChange={(event) => onNarrow({ [end]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}

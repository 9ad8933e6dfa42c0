import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconBook2, IconBookmark, IconFileSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RegisterEntry } from '../api/types.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { PageHeader } from '../ui/page-header.js';
import { RegisterChoice } from '../ui/register-choice.js';
import { RowList } from '../ui/row-list.js';
import { SearchBox } from '../ui/search-box.js';
import { CancelDialog } from './cancel-dialog.js';
import { RegisterFilters } from './register-filters.js';
import { RegisterLine } from './register-line.js';
import { RegisterMenu } from './register-menu.js';
import { registerQuery } from './register-queries.js';
import { registerSearch, type RegisterSearch } from './register-search.js';
import { numberOf } from './register-words.js';
import { ReserveDialog } from './reserve-dialog.js';

/** The outgoing register of a year: every number, also those that are held or cancelled. */
export function RegisterPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = useSearch({ from: '/desk/outgoing-register' });
  const query = useInfiniteQuery(registerQuery(wanted));
  const [isReserving, setReserving] = useState(false);
  const [cancelling, setCancelling] = useState<RegisterEntry>();
  const narrow = (change: Partial<Record<keyof RegisterSearch, unknown>>) => {
    void navigate({ to: '/outgoing-register', search: registerSearch({ ...wanted, ...change }), replace: true });
  };
  const isFiltered = Object.keys(wanted).length > 0;

  return (
    <>
      <PageHeader title={t('register.title')}>
        <RegisterChoice
          agencyId={wanted.agencyId}
          onChange={(agencyId) => {
            narrow({ agencyId });
          }}
        />
        <SearchBox
          label={t('register.search')}
          value={wanted.search ?? ''}
          onSearch={(search) => {
            narrow({ search });
          }}
        />
        <RegisterMenu wanted={wanted} />
        <Button
          leftSection={<IconBookmark size={18} aria-hidden />}
          onClick={() => {
            setReserving(true);
          }}
        >
          {t('register.reserve')}
        </Button>
      </PageHeader>
      <RegisterFilters key={wanted.year ?? 'this'} wanted={wanted} onNarrow={narrow} />
      <RowList
        key={JSON.stringify(wanted)}
        label={t('register.list')}
        query={query}
        renderRow={(one) => <RegisterLine entry={one} onCancel={setCancelling} />}
        empty={
          isFiltered ? (
            <EmptyPlace icon={IconFileSearch} title={t('register.nothing')} text={t('register.nothingText')} />
          ) : (
            <EmptyPlace icon={IconBook2} title={t('register.empty')} text={t('register.emptyText')} />
          )
        }
      />
      {isReserving && (
        <ReserveDialog
          onClose={() => {
            setReserving(false);
          }}
          onReserved={(number) => {
            setReserving(false);
            notifications.show({ message: t('register.reservedNow', { number }), color: 'accent', role: 'status' });
          }}
        />
      )}
      {cancelling !== undefined && (
        <CancelDialog
          id={cancelling.id}
          number={numberOf(cancelling)}
          subject={cancelling.document?.subject ?? null}
          onClose={() => {
            setCancelling(undefined);
          }}
        />
      )}
    </>
  );
}

import { Button } from '@mantine/core';
import { IconFileSearch, IconPencilPlus, IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rowsOf } from '../api/paged.js';
import { BulkBar } from '../outgoing-list/bulk-bar.js';
import { filterIn, isNarrowed } from '../outgoing-list/filter-search.js';
import { SelectableRow } from '../outgoing-list/selectable-row.js';
import type { UseSelection } from '../outgoing-list/use-selection.js';
import { useSession } from '../session/use-session.js';
import { EmptyPlace } from '../ui/empty-place.js';
import { RowList } from '../ui/row-list.js';
import { useKeys } from '../ui/use-keys.js';
import { documentListQuery } from './document-queries.js';
import { DocumentRow } from './document-row.js';
import type { OutgoingSearch } from './outgoing-search.js';

interface Props {
  readonly wanted: OutgoingSearch;
  /** Nothing when the reader may do nothing to several at once. */
  readonly selection: UseSelection | null;
}

/** The documents of a box, and what is done with several of them. */
export function OutgoingList({ wanted, selection }: Props) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(documentListQuery(wanted));
  useKeys({ x: () => selection?.toggleFocused(), Escape: () => selection?.clear() });
  const chosen = rowsOf(query.data).filter(({ id }) => selection?.ids.has(id) === true);

  return (
    <>
      <RowList
        label={t('outgoing.list')}
        query={query}
        renderRow={(document) =>
          selection === null ? (
            <DocumentRow document={document} />
          ) : (
            <SelectableRow
              document={document}
              isSelected={selection.ids.has(document.id)}
              isSelecting={selection.isSelecting}
              onToggle={(withRange) => selection.toggle(document.id, withRange)}
              onLongPress={() => {
                selection.setSelecting(true);
                selection.toggle(document.id, false);
              }}
            >
              <DocumentRow document={document} />
            </SelectableRow>
          )
        }
        empty={<NothingHere wanted={wanted} />}
      />
      {selection !== null && <BulkBar chosen={chosen} selection={selection} />}
    </>
  );
}

function NothingHere({ wanted }: { readonly wanted: OutgoingSearch }) {
  const { t } = useTranslation();
  const { permissions } = useSession();
  const { box = 'all', search = '' } = wanted;
  if (isNarrowed(filterIn({ ...wanted }))) {
    return <EmptyPlace icon={IconFileSearch} title={t('outgoingList.nothing')} text={t('outgoingList.nothingText')} />;
  }
  if (search !== '') {
    return (
      <EmptyPlace
        icon={IconFileSearch}
        title={t('common.nothingFound', { search })}
        text={t('common.nothingFoundHint')}
      />
    );
  }
  return (
    <EmptyPlace icon={IconSend} title={t(`outgoing.empty.${box}`)} text={t(`outgoing.empty.${box}Text`)}>
      {permissions.includes('document:draft') && (box === 'mine' || box === 'all') && (
        <Button
          leftSection={<IconPencilPlus size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/outgoing/draft" search={{}} {...props} />}
        >
          {t('shell.compose')}
        </Button>
      )}
    </EmptyPlace>
  );
}

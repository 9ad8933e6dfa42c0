import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconBookmark, IconBookmarkPlus, IconPinFilled, IconSettings, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../api/types.js';
import type { OutgoingSearch } from '../outgoing/outgoing-search.js';
import { savedViewsQuery } from './outgoing-list-queries.js';
import { searchOf } from './view-search.js';

const SaveViewDialog = lazy(async () => ({ default: (await import('./save-view-dialog.js')).SaveViewDialog }));
const ManageViewsDialog = lazy(async () => ({ default: (await import('./manage-views-dialog.js')).ManageViewsDialog }));

/** The views that the reader saved and those that colleagues share; what is shown now is saved from here. */
export function ViewsMenu({ wanted }: { readonly wanted: OutgoingSearch }) {
  const { t } = useTranslation();
  const { data } = useQuery(savedViewsQuery);
  const [open, setOpen] = useState<'save' | 'manage' | null>(null);
  const own = (data?.items ?? []).filter(({ isOwn }) => isOwn);
  const shared = (data?.items ?? []).filter(({ isOwn }) => !isOwn);
  const close = () => setOpen(null);
  const item = (view: SavedView) => (
    <Menu.Item
      key={view.id}
      leftSection={
        view.isDefault ? <IconPinFilled size={16} aria-label={t('outgoingList.views.isDefault')} /> : undefined
      }
      rightSection={
        view.isShared && view.isOwn ? <IconUsers size={16} aria-label={t('outgoingList.views.isShared')} /> : undefined
      }
      renderRoot={(props) => <Link to="/outgoing" search={searchOf(view)} {...props} />}
    >
      {view.isOwn ? view.name : t('outgoingList.views.of', { name: view.name, owner: view.ownerName })}
    </Menu.Item>
  );

  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" size="xs" leftSection={<IconBookmark size={16} aria-hidden />}>
            {t('outgoingList.views.title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {own.length + shared.length === 0 && <Menu.Label maw={260}>{t('outgoingList.views.none')}</Menu.Label>}
          {own.length > 0 && <Menu.Label>{t('outgoingList.views.own')}</Menu.Label>}
          {own.map(item)}
          {shared.length > 0 && <Menu.Label>{t('outgoingList.views.shared')}</Menu.Label>}
          {shared.map(item)}
          <Menu.Divider />
          <Menu.Item leftSection={<IconBookmarkPlus size={16} aria-hidden />} onClick={() => setOpen('save')}>
            {t('outgoingList.views.save')}
          </Menu.Item>
          {own.length > 0 && (
            <Menu.Item leftSection={<IconSettings size={16} aria-hidden />} onClick={() => setOpen('manage')}>
              {t('outgoingList.views.manage')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {open === 'save' && (
          <SaveViewDialog wanted={wanted} own={own} mayShare={data?.mayShare === true} onClose={close} />
        )}
        {open === 'manage' && (
          <ManageViewsDialog wanted={wanted} own={own} mayShare={data?.mayShare === true} onClose={close} />
        )}
      </Suspense>
    </>
  );
}

import { Modal, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SavedView, WriteSavedView } from '../api/types.js';
import type { OutgoingSearch } from '../outgoing/outgoing-search.js';
import { useConfirm } from '../ui/use-confirm.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useSavedViewChange } from './use-saved-views.js';
import { ViewLine } from './view-line.js';
import { shownIn } from './view-search.js';
import classes from './views.module.css';

interface Props {
  readonly wanted: OutgoingSearch;
  readonly own: readonly SavedView[];
  readonly mayShare: boolean;
  readonly onClose: () => void;
}

/** The reader’s own views: renamed, put in order, made the first, shared and deleted. */
export function ManageViewsDialog({ wanted, own, mayShare, onClose }: Props) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const showProblem = useShowProblem();
  const change = useSavedViewChange();

  const edit = ({ id, name, box, filter, isDefault, isShared }: SavedView, to: Partial<WriteSavedView>) => {
    change.mutate(
      { kind: 'edit', id, view: { name, box, filter, isDefault, isShared, ...to } },
      { onError: showProblem },
    );
  };
  const remove = async ({ id, name, isShared }: SavedView) => {
    const text = isShared ? t('outgoingList.views.deleteSharedText') : t('outgoingList.views.deleteText');
    const question = {
      title: t('outgoingList.views.deleteTitle', { name }),
      text,
      confirm: t('outgoingList.views.delete'),
    };
    if (await confirm({ ...question, dangerous: true })) {
      change.mutate({ kind: 'delete', id }, { onError: showProblem });
    }
  };
  const move = (index: number, by: -1 | 1) => {
    const ids = own.map(({ id }) => id);
    const [moved = ''] = ids.splice(index, 1);
    ids.splice(index + by, 0, moved);
    change.mutate({ kind: 'order', ids }, { onError: showProblem });
  };

  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('outgoingList.views.manageTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {own.length === 0 && <Text size="sm">{t('outgoingList.views.none')}</Text>}
      <ol className={classes.views}>
        {own.map((view, index) => (
          <ViewLine
            key={view.id}
            view={view}
            mayShare={mayShare}
            isFirst={index === 0}
            isLast={index === own.length - 1}
            onEdit={(to) => edit(view, to)}
            onTakeShown={() => edit(view, shownIn(wanted))}
            onMove={(by) => move(index, by)}
            onDelete={() => void remove(view)}
          />
        ))}
      </ol>
    </Modal>
  );
}

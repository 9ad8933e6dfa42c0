import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedView } from '../api/types.js';
import type { OutgoingSearch } from '../outgoing/outgoing-search.js';
import { useShowProblem } from '../ui/use-problem.js';
import { useSavedViewChange } from './use-saved-views.js';
import { shownIn } from './view-search.js';

interface Props {
  readonly wanted: OutgoingSearch;
  readonly own: readonly SavedView[];
  readonly mayShare: boolean;
  readonly onClose: () => void;
}

/** Asks under which name what is shown now is saved. */
export function SaveViewDialog({ wanted, own, mayShare, onClose }: Props) {
  const { t } = useTranslation();
  const showProblem = useShowProblem();
  const change = useSavedViewChange();
  const [name, setName] = useState('');
  const [isDefault, setDefault] = useState(false);
  const [isShared, setShared] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const save = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') {
      setFault(t('outgoingList.views.nameMissing'));
      return;
    }
    if (own.some((view) => view.name.toLowerCase() === given.toLowerCase())) {
      setFault(t('outgoingList.views.nameTaken'));
      return;
    }
    change.mutate(
      { kind: 'add', view: { name: given, isDefault, isShared, ...shownIn(wanted) } },
      {
        onError: showProblem,
        onSuccess: () => {
          notifications.show({
            message: t('outgoingList.views.saved', { name: given }),
            color: 'accent',
            role: 'status',
          });
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('outgoingList.views.saveTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={save}>
        <Stack>
          <TextInput
            label={t('outgoingList.views.name')}
            description={t('outgoingList.views.nameHint')}
            value={name}
            maxLength={60}
            error={fault}
            data-autofocus
            onChange={(event) => {
              setName(event.currentTarget.value);
              setFault(null);
            }}
          />
          <Checkbox
            label={t('outgoingList.views.default')}
            checked={isDefault}
            onChange={(event) => setDefault(event.currentTarget.checked)}
          />
          {mayShare && (
            <Checkbox
              label={t('outgoingList.views.share')}
              checked={isShared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {t('outgoingList.views.saveNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

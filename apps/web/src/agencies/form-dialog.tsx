import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors } from '../api/problem.js';
import { ProblemAlert } from '../ui/problem-alert.js';

interface Props {
  readonly title: string;
  readonly save: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields in a dialog: Enter saves, a refusal of the whole stands above the buttons. */
export function FormDialog({ title, save, error, isPending, onSave, onClose, children }: Props) {
  const { t } = useTranslation();
  const isOfTheWhole = error !== null && Object.keys(fieldErrors(error)).length === 0;
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <Stack gap="sm">
          {children}
          {isOfTheWhole && <ProblemAlert error={error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending}>
              {save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

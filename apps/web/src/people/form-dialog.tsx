import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../ui/problem-alert.js';

interface Props {
  readonly title: string;
  readonly confirm: string;
  /** The word on the button that closes it, where “Hủy” could be taken for what is asked. */
  readonly dismiss?: string;
  readonly dangerous?: boolean;
  readonly isPending: boolean;
  readonly error: unknown;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** A form over the page: what is refused is told above what was typed, which stays. */
export function FormDialog({ title, confirm, dangerous = false, isPending, error, ...rest }: Props) {
  const { t } = useTranslation();
  const { dismiss, onClose, onSubmit, children } = rest;
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack gap="md">
          {error !== null && <ProblemAlert error={error} />}
          {children}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {dismiss ?? t('common.cancel')}
            </Button>
            <Button type="submit" loading={isPending} {...(dangerous ? { color: 'red' } : {})}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

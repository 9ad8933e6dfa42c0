import { Button, Group, Modal, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BulkAction, BulkOutcome, DocumentSummary } from '../api/types.js';
import classes from './selection.module.css';

interface Props {
  readonly action: BulkAction;
  readonly done: number;
  readonly items: readonly BulkOutcome[];
  /** As they were when they were chosen. */
  readonly known: readonly DocumentSummary[];
  readonly onClose: () => void;
}

/** What was done, what was not, why, and what to do about each. */
export function BulkResultDialog({ action, done, items, known, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(`outgoingList.bulk.${action}Partly`, { done, number: items.length })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Text size="sm" mb="sm">
        {t('outgoingList.bulk.partlyText')}
      </Text>
      <ul className={classes.refused} aria-label={t('outgoingList.bulk.refusedList')}>
        {items.map(({ id, problem }) => {
          const document = known.find((one) => one.id === id);
          return (
            <li key={id}>
              <Link to="/outgoing/$documentId" params={{ documentId: id }}>
                {document === undefined ? id : `${document.symbol ?? document.typeName} · ${document.subject}`}
              </Link>
              <div className={classes.reason}>{problem?.title}</div>
              <div>{problem?.detail}</div>
            </li>
          );
        })}
      </ul>
      <Group justify="flex-end" mt="md">
        <Button onClick={onClose} data-autofocus>
          {t('common.close')}
        </Button>
      </Group>
    </Modal>
  );
}

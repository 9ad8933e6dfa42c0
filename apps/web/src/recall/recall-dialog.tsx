import { Button, Checkbox, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../agencies/form-dialog.js';
import { rowsOf } from '../api/paged.js';
import type { Delivery, DeliveryState, DocumentView } from '../api/types.js';
import { deliveriesQuery } from '../outgoing/document-queries.js';
import classes from './recall.module.css';
import { useRecall } from './use-recall.js';

interface Props {
  readonly document: DocumentView;
  readonly onClose: () => void;
}

const over: readonly DeliveryState[] = ['on-paper', 'refused', 'given-up', 'recalled', 'recalled-after-registration'];
const registered: readonly DeliveryState[] = ['accepted', 'assigned', 'in-process', 'completed'];

function isRecallable({ state, asked }: Delivery): boolean {
  return !over.includes(state) && asked !== 'recall';
}

/** Asks from whom a sent document is taken back, and why. */
export function RecallDialog({ document, onClose }: Props) {
  const { t } = useTranslation();
  const recall = useRecall(document.id);
  const query = useInfiniteQuery(deliveriesQuery(document.id));
  const recallable = rowsOf(query.data).filter(isRecallable);
  const [scope, setScope] = useState<'all' | 'some'>('all');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const noReason = reason.trim() === '';
  const nobody = scope === 'some' && chosen.length === 0;

  const save = () => {
    setTried(true);
    if (noReason || nobody) {
      return;
    }
    recall.mutate(
      { deliveryIds: scope === 'all' ? null : [...chosen], reason: reason.trim() },
      {
        onSuccess: ({ withdrawn, asked, onPaper }) => {
          const words = t('recall.done', { withdrawn, asked });
          const message = onPaper === 0 ? words : `${words} ${t('recall.donePaper', { number: onPaper })}`;
          notifications.show({ message, color: 'accent', role: 'status' });
          onClose();
        },
      },
    );
  };

  return (
    <FormDialog
      title={t('recall.title', { symbol: document.symbol ?? '' })}
      save={t('recall.confirm')}
      error={recall.error}
      isPending={recall.isPending}
      onClose={onClose}
      onSave={save}
    >
      <p className={classes.text}>{t('recall.text')}</p>
      <Radio.Group
        label={t('recall.from')}
        value={scope}
        onChange={(value) => setScope(value === 'some' ? 'some' : 'all')}
      >
        <Stack gap={8} mt={6}>
          <Radio value="all" label={t('recall.all')} description={t('recall.allHint')} data-autofocus />
          <Radio value="some" label={t('recall.some')} />
        </Stack>
      </Radio.Group>
      {scope === 'some' && (
        <Checkbox.Group
          label={t('recall.chosen')}
          value={[...chosen]}
          onChange={setChosen}
          error={tried && nobody && t('recall.chosenMissing')}
        >
          <div className={classes.recipients}>
            {query.data !== undefined && recallable.length === 0 && <span>{t('recall.nothing')}</span>}
            {recallable.map(({ id, recipient, state }) => (
              <Checkbox
                key={id}
                value={id}
                label={recipient.name}
                description={t(registered.includes(state) ? 'recall.willAsk' : 'recall.atOnce')}
              />
            ))}
            {query.hasNextPage && (
              <Button
                variant="default"
                size="xs"
                loading={query.isFetchingNextPage}
                onClick={() => void query.fetchNextPage()}
              >
                {t('common.more')}
              </Button>
            )}
          </div>
        </Checkbox.Group>
      )}
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={500}
        label={t('recall.reason')}
        description={t('recall.reasonHint')}
        value={reason}
        error={tried && noReason && t('recall.reasonMissing')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

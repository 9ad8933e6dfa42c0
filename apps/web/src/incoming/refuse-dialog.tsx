import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrivalView } from '../api/types.js';

const reasons = ['wrong-address', 'unreadable', 'form', 'twice', 'other'] as const;
type Reason = (typeof reasons)[number];

/** Of the contract; the chosen sentence and the colon take their part of it. */
const longestReason = 500;

interface Props {
  readonly arrival: ArrivalView;
  readonly isPending: boolean;
  readonly onClose: () => void;
  readonly onRefuse: (reason: string) => void;
}

export function RefuseDialog({ arrival, isPending, onClose, onRefuse }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const needsWords = reason === 'other';
  const isComplete = reason !== null && (!needsWords || words.trim() !== '');

  const refuse = () => {
    setTried(true);
    if (!isComplete) {
      return;
    }
    const chosen = t(`incoming.reason.${reason}`);
    const said = words.trim();
    const whole = needsWords ? said : said === '' ? chosen : `${chosen}: ${said}`;
    onRefuse(whole.slice(0, longestReason));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('incoming.ask.refuseTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          refuse();
        }}
      >
        <Stack gap="md">
          <span>
            {t('incoming.ask.refuse', { symbol: arrival.symbol, name: arrival.subject, sender: arrival.sender.name })}
          </span>
          <Radio.Group
            label={t('incoming.ask.reason')}
            required
            value={reason}
            onChange={(value) => setReason(reasons.find((known) => known === value) ?? null)}
            error={tried && reason === null && t('incoming.ask.missing')}
          >
            <Stack gap={10} mt={6}>
              {reasons.map((value, index) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`incoming.reason.${value}`)}
                  data-autofocus={index === 0 || undefined}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            label={t(needsWords ? 'incoming.ask.wordsOther' : 'incoming.ask.words')}
            required={needsWords}
            autosize
            minRows={2}
            maxLength={400}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={tried && needsWords && words.trim() === '' && t('incoming.ask.missingWords')}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={isPending}>
              {t('incoming.act.refuse')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

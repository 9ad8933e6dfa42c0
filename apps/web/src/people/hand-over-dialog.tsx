import { Radio, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { DueDateInput } from '../outgoing/due-date-input.js';
import type { Person, Post } from '../api/types.js';
import { dayInVietnam, formatDate } from '../ui/format.js';
import { useConfirm } from '../ui/use-confirm.js';
import { FormDialog } from './form-dialog.js';
import { type Receiver, receiverKinds, receiverOf } from './hand-over.js';
import { usePersonAction, wishKey } from './people-queries.js';
import { draftOf } from './post-draft.js';
import { ReceiverFields } from './receiver-fields.js';

interface Props {
  readonly person: Person;
  readonly post: Post;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A change of post: when it ends, why, and who has its open work from then on. */
export function HandOverDialog({ person, post, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const confirm = useConfirm();
  const hasEnded = post.validTo !== null && post.validTo < dayInVietnam(new Date());
  const [day, setDay] = useState<string | null>(dayInVietnam(new Date()));
  const [reason, setReason] = useState('');
  const [receiver, setReceiver] = useState<Receiver>({
    kind: 'post',
    postId: null,
    personId: null,
    post: { ...draftOf(post), validFrom: null, validTo: null },
  });
  const [tried, setTried] = useState(false);
  const wanted = receiverOf(receiver, person.id);
  const handOver = usePersonAction((wish: { day: string; reason: string; receiver: NonNullable<typeof wanted> }) =>
    read(
      client.POST('/api/v1/posts/{id}/handover', {
        params: { path: { id: post.id } },
        headers: wishKey(),
        body: wish,
      }),
    ),
  );

  const submit = async () => {
    setTried(true);
    if (day === null || reason.trim() === '' || wanted === null) {
      return;
    }
    const date = formatDate(day);
    const text = t(hasEnded ? 'people.handOverEndedAsk' : 'people.handOverAsk', {
      name: person.fullName,
      position: post.position,
      date,
    });
    const title = t('people.handOverAskTitle', { date });
    if (await confirm({ title, text, confirm: t('people.handOverConfirm'), dangerous: true })) {
      handOver.mutate({ day, reason: reason.trim(), receiver: wanted }, { onSuccess: onDone });
    }
  };

  return (
    <FormDialog
      title={t(hasEnded ? 'people.handOverEnded' : 'people.handOverTitle')}
      confirm={t('people.handOverConfirm')}
      isPending={handOver.isPending}
      error={handOver.error}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <span>{t(hasEnded ? 'people.handOverEndedText' : 'people.handOverText', { position: post.position })}</span>
      <DueDateInput
        label={t(hasEnded ? 'people.handOverEndedDay' : 'people.handOverDay')}
        value={day}
        onChange={setDay}
        error={day === null ? t('people.missingDay') : undefined}
      />
      <Textarea
        label={t('people.handOverReason')}
        required
        autosize
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={tried && reason.trim() === '' && t('people.missing')}
      />
      <Radio.Group
        label={t('people.receiverKind')}
        value={receiver.kind}
        onChange={(value) =>
          setReceiver({ ...receiver, kind: receiverKinds.find((kind) => kind === value) ?? receiver.kind })
        }
      >
        <Stack gap={10} mt={6}>
          {receiverKinds.map((kind) => (
            <Radio key={kind} value={kind} label={t(`people.receiver.${kind}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <ReceiverFields person={person} post={post} receiver={receiver} onChange={setReceiver} tried={tried} />
    </FormDialog>
  );
}

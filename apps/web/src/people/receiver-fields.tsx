import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Person, Post } from '../api/types.js';
import type { Receiver } from './hand-over.js';
import { candidatesQuery } from './people-queries.js';
import { PersonPicker } from './person-picker.js';
import { PostFields } from './post-fields.js';

interface Props {
  readonly person: Person;
  readonly post: Post;
  readonly receiver: Receiver;
  readonly onChange: (receiver: Receiver) => void;
  readonly tried: boolean;
}

export function ReceiverFields({ person, post, receiver, onChange, tried }: Props) {
  const { t } = useTranslation();
  const candidates = useQuery(candidatesQuery(post.id, 'hand-over'));
  if (receiver.kind === 'post') {
    const isNobody = candidates.data?.length === 0;
    const isMissing = tried && receiver.postId === null;
    return (
      <Select
        label={t('people.receiverPost')}
        required
        searchable
        data={(candidates.data ?? []).map(({ postId, fullName, position, unitName }) => ({
          value: postId,
          label: [fullName, position, unitName].filter((word) => word !== null).join(' · '),
        }))}
        value={receiver.postId}
        onChange={(postId) => onChange({ ...receiver, postId })}
        error={isNobody ? t('people.noReceiver') : isMissing && t('people.missing')}
      />
    );
  }
  return (
    <>
      {receiver.kind === 'successor' && (
        <PersonPicker
          label={t('people.receiverPerson')}
          agencyId={post.agency.id}
          except={person.id}
          value={receiver.personId}
          onChange={(personId) => onChange({ ...receiver, personId })}
          error={tried && receiver.personId === null ? t('people.missing') : undefined}
        />
      )}
      <PostFields
        agencyId={post.agency.id}
        draft={receiver.post}
        change={(part) => onChange({ ...receiver, post: { ...receiver.post, ...part } })}
        grantable={person.grantableRoles}
        tried={tried}
        dates="none"
      />
    </>
  );
}

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { fieldErrors } from '../api/problem.js';
import type { AgencyRef, Person } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { useMay, useSession } from '../session/use-session.js';
import { FormDialog } from './form-dialog.js';
import { usePersonAction, wishKey } from './people-queries.js';
import { roles } from './people-search.js';
import { newPostOf, noPost, type PostDraft } from './post-draft.js';
import { PostFields } from './post-fields.js';

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (person: Person) => void;
}

interface Wish {
  readonly headers: ReturnType<typeof wishKey>;
  readonly body: {
    readonly fullName: string;
    readonly userName: string;
    readonly email: string | null;
    readonly post: ReturnType<typeof newPostOf>;
  };
}

const ownRoles = roles.filter((role) => role !== 'system-administrator' && role !== 'auditor');

/** Somebody new with a first post; the password comes by a link from their own page. */
export function AddPersonDialog({ onClose, onAdded }: Props) {
  const { t } = useTranslation();
  const { post: ownPost } = useSession();
  const managesAll = useMay('person:manage-all');
  const [names, setNames] = useState({ fullName: '', userName: '', email: '' });
  const [agency, setAgency] = useState<AgencyRef>(ownPost.agency);
  const [post, setPost] = useState<PostDraft>(noPost);
  const [tried, setTried] = useState(false);
  const add = usePersonAction(({ headers, body }: Wish) => read(client.POST('/api/v1/people', { headers, body })));
  const refused = fieldErrors(add.error);
  const isComplete = names.fullName.trim() !== '' && names.userName.trim() !== '' && post.position.trim() !== '';
  const fault = (value: string) => (tried && value.trim() === '' ? t('people.missing') : undefined);

  const submit = () => {
    setTried(true);
    if (isComplete) {
      const email = names.email.trim();
      const body = {
        fullName: names.fullName.trim(),
        userName: names.userName.trim(),
        email: email === '' ? null : email,
        post: newPostOf(agency.id, post),
      };
      add.mutate({ headers: wishKey(), body }, { onSuccess: onAdded });
    }
  };

  return (
    <FormDialog
      title={t('people.add')}
      confirm={t('people.add')}
      isPending={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextInput
        data-autofocus
        label={t('people.fullName')}
        required
        maxLength={50}
        autoComplete="off"
        value={names.fullName}
        onChange={(event) => setNames({ ...names, fullName: event.currentTarget.value })}
        error={fault(names.fullName) ?? refused['fullName']}
      />
      <TextInput
        label={t('people.userName')}
        description={t('people.userNameHint')}
        required
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        value={names.userName}
        onChange={(event) => setNames({ ...names, userName: event.currentTarget.value })}
        error={fault(names.userName) ?? refused['userName']}
      />
      <TextInput
        label={`${t('people.email')} (${t('common.optional')})`}
        description={t('people.emailHint')}
        type="email"
        maxLength={254}
        autoComplete="off"
        value={names.email}
        onChange={(event) => setNames({ ...names, email: event.currentTarget.value })}
        error={refused['email']}
      />
      {managesAll && (
        <div>
          <RecipientPicker label={t('people.agency')} chosen={[agency.id]} onPick={setAgency} />
          <strong>{agency.name}</strong>
        </div>
      )}
      <PostFields
        agencyId={agency.id}
        draft={post}
        change={(part) => setPost((before) => ({ ...before, ...part }))}
        grantable={managesAll ? roles : ownRoles}
        tried={tried}
        dates="both"
      />
    </FormDialog>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import type { AgencyRef, Person, Post } from '../api/types.js';
import { RecipientPicker } from '../outgoing/recipient-picker.js';
import { useMay, useSession } from '../session/use-session.js';
import { FormDialog } from './form-dialog.js';
import { usePersonAction, wishKey } from './people-queries.js';
import classes from './people.module.css';
import { changeOf, draftOf, newPostOf, noPost, type PostDraft } from './post-draft.js';
import { PostFields } from './post-fields.js';

interface Props {
  readonly person: Person;
  /** The post to change; a new one is added without it. */
  readonly post?: Post;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

export function PostDialog({ person, post, onClose, onSaved }: Props) {
  const { t } = useTranslation();
  const own = useSession().post.agency;
  const managesAll = useMay('person:manage-all');
  const [agency, setAgency] = useState<AgencyRef>(post?.agency ?? person.posts[0]?.agency ?? own);
  const [draft, setDraft] = useState<PostDraft>(post === undefined ? noPost : draftOf(post));
  const [tried, setTried] = useState(false);
  const save = usePersonAction((wish: PostDraft) =>
    post === undefined
      ? read(
          client.POST('/api/v1/people/{id}/posts', {
            params: { path: { id: person.id } },
            headers: wishKey(),
            body: newPostOf(agency.id, wish),
          }),
        )
      : read(client.PUT('/api/v1/posts/{id}', { params: { path: { id: post.id } }, body: changeOf(wish) })),
  );

  const submit = () => {
    setTried(true);
    if (draft.position.trim() !== '') {
      save.mutate(draft, { onSuccess: onSaved });
    }
  };

  return (
    <FormDialog
      title={t(post === undefined ? 'people.addPost' : 'people.changePost')}
      confirm={t(post === undefined ? 'people.addPost' : 'people.save')}
      isPending={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={submit}
    >
      {post === undefined && managesAll && (
        <RecipientPicker label={t('people.agency')} chosen={[agency.id]} onPick={setAgency} />
      )}
      <strong>{agency.name}</strong>
      <PostFields
        agencyId={agency.id}
        draft={draft}
        change={(part) => setDraft((before) => ({ ...before, ...part }))}
        grantable={post === undefined ? person.grantableRoles : []}
        tried={tried}
        dates={post === undefined ? 'both' : 'end'}
      />
      {post !== undefined && <span className={classes.quiet}>{t('people.roleFixed')}</span>}
    </FormDialog>
  );
}

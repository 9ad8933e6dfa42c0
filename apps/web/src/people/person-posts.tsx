import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person, Post } from '../api/types.js';
import { DelegationDialog } from '../delegation/delegation-dialog.js';
import { Section } from '../ui/facts.js';
import { HandOverDialog } from './hand-over-dialog.js';
import { PostDialog } from './post-dialog.js';
import classes from './people.module.css';
import { PostLine } from './post-line.js';

interface Open {
  readonly what: 'add' | Post['actions'][number];
  readonly post?: Post;
}

/** The posts of a person through time, and what may be done with those that are held. */
export function PersonPosts({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const tell = (message: string) => {
    close();
    notifications.show({ message, color: 'accent', role: 'status' });
  };

  return (
    <Section title={t('people.posts')}>
      <p className={classes.hint}>{t('people.postsHint')}</p>
      <ul className={classes.posts} aria-label={t('people.posts')}>
        {person.posts.map((post) => (
          <PostLine key={post.id} post={post} onAct={(what) => setOpen({ what, post })} />
        ))}
      </ul>
      {person.actions.includes('add-post') && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setOpen({ what: 'add' })}
        >
          {t('people.addPost')}
        </Button>
      )}
      {open?.what === 'add' && <PostDialog person={person} onClose={close} onSaved={() => tell(t('people.saved'))} />}
      {open?.what === 'change' && open.post !== undefined && (
        <PostDialog person={person} post={open.post} onClose={close} onSaved={() => tell(t('people.saved'))} />
      )}
      {open?.what === 'hand-over' && open.post !== undefined && (
        <HandOverDialog person={person} post={open.post} onClose={close} onDone={() => tell(t('people.handedOver'))} />
      )}
      {open?.what === 'delegate' && open.post !== undefined && (
        <DelegationDialog postId={open.post.id} onClose={close} onMade={() => tell(t('delegation.made'))} />
      )}
    </Section>
  );
}

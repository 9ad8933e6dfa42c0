import { Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client, read } from '../api/client.js';
import { useSession } from '../session/use-session.js';
import { useShowProblem } from '../ui/use-problem.js';

/** For who holds several posts: the one in which they work. A whole new page, so that nothing of the other stays. */
export function PostChoice() {
  const { t } = useTranslation();
  const { post, posts } = useSession();
  const showProblem = useShowProblem();
  const choose = useMutation({
    mutationFn: (postId: string) => read(client.PUT('/api/v1/session/post', { body: { postId } })),
    onSuccess: () => window.location.assign('/'),
    onError: showProblem,
  });
  if (posts.length < 2) {
    return null;
  }
  return (
    <Select
      size="sm"
      label={t('shell.workingPost')}
      description={t('shell.workingPostHint')}
      allowDeselect={false}
      disabled={choose.isPending}
      comboboxProps={{ withinPortal: false }}
      data={posts.map(({ id, position, agency }) => ({ value: id, label: `${position} · ${agency.name}` }))}
      value={post.id}
      onChange={(postId) => {
        if (postId !== null && postId !== post.id) {
          choose.mutate(postId);
        }
      }}
    />
  );
}

import { changeOf, type PostDraft } from './post-draft.js';

export const receiverKinds = ['post', 'same', 'successor'] as const;

/** Who receives the work, as it is being chosen. */
export interface Receiver {
  readonly kind: (typeof receiverKinds)[number];
  readonly postId: string | null;
  readonly personId: string | null;
  readonly post: PostDraft;
}

/** What the API takes; null as long as something is missing. */
export function receiverOf({ kind, postId, personId, post }: Receiver, ownPersonId: string) {
  if (kind === 'post') {
    return postId === null ? null : { kind, postId };
  }
  const holder = kind === 'same' ? ownPersonId : personId;
  if (holder === null || post.position.trim() === '') {
    return null;
  }
  const { unitId, position, signingForms } = changeOf(post);
  return { kind: 'new-post' as const, personId: holder, role: post.role, unitId, position, signingForms };
}

import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id } from './page.js';
import { dayField, textField } from './text-field.js';
import { UnitRef } from './units.js';
import { Role, SigningForm, signingForms } from './vocabulary.js';

/** What of a post may change while it is held. The role may not: another role is another post. */
const changing = {
  unitId: Id.nullable().default(null),
  position: textField().trim().min(1).max(100).describe('Chức vụ, as it stands under a signature'),
  signingForms: z.array(SigningForm).max(signingForms.length).default([]),
};

export const NewPost = z
  .object({
    agencyId: Id,
    role: Role,
    ...changing,
    validFrom: dayField().nullable().default(null).describe('The first day; today when left out'),
    validTo: dayField().nullable().default(null).describe('The last day, where it is known'),
  })
  .meta({ id: 'NewPost' });
export type NewPost = z.infer<typeof NewPost>;

export const ChangePost = z
  .object({ ...changing, validTo: dayField().nullable().default(null).describe('The last day') })
  .meta({ id: 'ChangePost' });
export type ChangePost = z.infer<typeof ChangePost>;

/** Who gets the open work: a post that is there, or one that begins on the day, in the same agency. */
export const WorkReceiver = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('post'), postId: Id }),
    z.object({ kind: z.literal('new-post'), personId: Id, role: Role, ...changing }),
  ])
  .meta({ id: 'WorkReceiver' });
export type WorkReceiver = z.infer<typeof WorkReceiver>;

export const HandOverPost = z
  .object({
    day: dayField().describe('The first day on which the post is no longer held: today or later'),
    reason: textField().trim().min(1).max(500),
    receiver: WorkReceiver,
  })
  .meta({ id: 'HandOverPost' });
export type HandOverPost = z.infer<typeof HandOverPost>;

export const postActions = ['change', 'hand-over', 'delegate'] as const;

export const PostView = z
  .object({
    id: Id,
    agency: AgencyRef,
    unit: UnitRef.nullable(),
    role: Role,
    position: z.string(),
    signingForms: z.array(SigningForm),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    handover: z
      .object({
        day: z.iso.date(),
        fullName: z.string(),
        position: z.string(),
        reason: z.string(),
        done: z.boolean(),
      })
      .nullable()
      .describe('To whom its open work went or will go'),
    actions: z.array(z.enum(postActions)).describe('What the reader may do with it now'),
  })
  .meta({ id: 'Post' });
export type PostView = z.infer<typeof PostView>;

/** A post that can be named as a receiver of work or as a stand-in. */
export const PostHolderView = z
  .object({ postId: Id, fullName: z.string(), position: z.string(), role: Role, unitName: z.string().nullable() })
  .meta({ id: 'PostHolder' });
export type PostHolderView = z.infer<typeof PostHolderView>;
export const PostHolderList = z.object({ items: z.array(PostHolderView) }).meta({ id: 'PostHolderList' });

export const FindPostHolders = z.object({
  for: z.enum(['hand-over', 'delegation']).describe('Who may receive its work, or who may stand in for it'),
});
export type FindPostHolders = z.infer<typeof FindPostHolders>;

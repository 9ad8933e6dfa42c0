import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { textField } from './text-field.js';
import { Role } from './vocabulary.js';

export const accessObjectTypes = ['document', 'arrival'] as const;
export const AccessObjectType = z.enum(accessObjectTypes).meta({ id: 'AccessObjectType' });
export type AccessObjectType = z.infer<typeof AccessObjectType>;

export const accessChangeKinds = ['widened', 'narrowed'] as const;
export const AccessChangeKind = z.enum(accessChangeKinds).meta({ id: 'AccessChangeKind' });
export type AccessChangeKind = z.infer<typeof AccessChangeKind>;

/** Posts that one change can name: more than that is a group of people, which reads by its role. */
export const maxNamedPosts = 50;

export const ChangeAccess = z
  .object({
    kind: AccessChangeKind,
    postIds: z.array(Id).max(maxNamedPosts).default([]).describe('Who may read as well, or who alone still may'),
    reason: textField().trim().min(1).max(500),
  })
  .meta({ id: 'ChangeAccess' });
export type ChangeAccess = z.infer<typeof ChangeAccess>;

export const PostRef = z.object({ postId: Id, fullName: z.string(), position: z.string() }).meta({ id: 'PostRef' });
export type PostRef = z.infer<typeof PostRef>;

export const accessChangeActions = ['confirm', 'withdraw'] as const;
export const AccessChangeAction = z.enum(accessChangeActions).meta({ id: 'AccessChangeAction' });
export type AccessChangeAction = z.infer<typeof AccessChangeAction>;

/** A change of rights that holds, confirmed or not (Decree 30/2020, Annex VI, III.3b and III.3c). */
export const AccessChangeView = z
  .object({
    id: Id,
    kind: AccessChangeKind,
    posts: z.array(PostRef),
    reason: z.string(),
    changedBy: PostRef,
    changedAt: z.iso.datetime(),
    confirmedBy: PostRef.nullable(),
    confirmedAt: z.iso.datetime().nullable().describe('Null while an authorised person still has to confirm it'),
    actions: z.array(AccessChangeAction).describe('What the reader may do with it now'),
  })
  .meta({ id: 'AccessChange' });
export type AccessChangeView = z.infer<typeof AccessChangeView>;

/** Whose it is to read before any change: the drafter’s, with the reviewers, the desk’s (clerks and leaders), or the agency’s. */
export const accessAudiences = ['drafter', 'reviewers', 'desk', 'agency'] as const;
export const AccessAudience = z.enum(accessAudiences).meta({ id: 'AccessAudience' });
export type AccessAudience = z.infer<typeof AccessAudience>;

export const AccessView = z
  .object({
    audience: AccessAudience,
    restricted: z.boolean().describe('Only those named, the leaders and those who drafted or sign it still read it'),
    mayChange: z.boolean(),
    changes: z.array(AccessChangeView).describe('The changes that hold now, the latest first'),
  })
  .meta({ id: 'Access' });
export type AccessView = z.infer<typeof AccessView>;

export const UnconfirmedAccessView = z
  .object({
    ...AccessChangeView.shape,
    objectType: AccessObjectType,
    objectId: Id,
    typeName: z.string(),
    symbol: z.string().nullable(),
    subject: z.string(),
  })
  .meta({ id: 'UnconfirmedAccess' });
export type UnconfirmedAccessView = z.infer<typeof UnconfirmedAccessView>;
export const UnconfirmedAccessPage = pageOf(UnconfirmedAccessView, 'UnconfirmedAccessPage');

/** Somebody of the agency whose rights on a document can be changed. */
export const ColleagueView = z.object({ ...PostRef.shape, role: Role }).meta({ id: 'Colleague' });
export type ColleagueView = z.infer<typeof ColleagueView>;
export const ColleaguePage = pageOf(ColleagueView, 'ColleaguePage');

export const FindColleagues = PageQuery.extend({
  search: textField()
    .trim()
    .max(100)
    .optional()
    .describe('Words of the name or of the position; diacritics do not matter'),
});
export type FindColleagues = z.infer<typeof FindColleagues>;

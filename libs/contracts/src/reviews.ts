import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField, textField } from './text-field.js';
import { ExchangeMode, Role, SigningForm, Urgency } from './vocabulary.js';

/** Reviewers that a draft names: one from each office of a department and its leaders, and some to spare. [own] */
export const maxReviewers = 20;

/** Lần lượt, song song: reviewers are asked one after another, or all at once. */
export const reviewModes = ['in-turn', 'side-by-side'] as const;
export const ReviewMode = z.enum(reviewModes).meta({ id: 'ReviewMode' });
export type ReviewMode = z.infer<typeof ReviewMode>;

/** Whose opinion a draft asks for before its signer gets it, and by when. */
export const NamedReviewer = z
  .object({ postId: Id, dueOn: dayField().describe('The last day for the opinion') })
  .meta({ id: 'NamedReviewer' });
export type NamedReviewer = z.infer<typeof NamedReviewer>;

const person = z.object({ fullName: z.string(), position: z.string() });

/** Somebody of the agency whose opinion a draft can ask for. */
export const ReviewerView = z
  .object({
    postId: Id,
    ...person.shape,
    role: Role,
    unitName: z.string().nullable(),
    isAgencyLeader: z
      .boolean()
      .describe('A leader of the agency itself: in turn, they come after the heads and people of its units'),
  })
  .meta({ id: 'Reviewer' });
export type ReviewerView = z.infer<typeof ReviewerView>;
export const ReviewerPage = pageOf(ReviewerView, 'ReviewerPage');

export const FindReviewers = PageQuery.extend({
  search: textField().trim().max(100).optional().describe('Words of name, position or unit; diacritics do not matter'),
});
export type FindReviewers = z.infer<typeof FindReviewers>;

/** A reviewer as the draft names them, whether or not they still hold the post. */
export const PlannedReviewer = z
  .object({ ...ReviewerView.omit({ role: true }).shape, dueOn: z.iso.date() })
  .meta({ id: 'PlannedReviewer' });
export type PlannedReviewer = z.infer<typeof PlannedReviewer>;

/** waiting for their turn → asked → agreed or returned; void when the round closed before they were heard. */
export const reviewStepStates = ['waiting', 'asked', 'agreed', 'returned', 'void'] as const;
export const ReviewStepState = z.enum(reviewStepStates).meta({ id: 'ReviewStepState' });
export type ReviewStepState = z.infer<typeof ReviewStepState>;

export const ReviewStepView = z
  .object({
    id: Id,
    postId: Id,
    ...person.shape,
    dueOn: z.iso.date(),
    state: ReviewStepState,
    decidedAt: z.iso.datetime().nullable(),
    isVacant: z.boolean().describe('Still to be heard, and nobody holds the post any more'),
  })
  .meta({ id: 'ReviewStep' });
export type ReviewStepView = z.infer<typeof ReviewStepView>;

export const reviewRoundStates = ['open', 'agreed', 'returned', 'called-back', 'broken-off'] as const;
export const ReviewRoundState = z.enum(reviewRoundStates).meta({ id: 'ReviewRoundState' });
export type ReviewRoundState = z.infer<typeof ReviewRoundState>;

/** One time that a draft went through its reviewers. */
export const ReviewRoundView = z
  .object({
    number: z.number().int(),
    mode: ReviewMode,
    state: ReviewRoundState,
    versionNumber: z.number().int().describe('The version that the reviewers were given'),
    openedAt: z.iso.datetime(),
    closedAt: z.iso.datetime().nullable(),
    steps: z.array(ReviewStepView),
  })
  .meta({ id: 'ReviewRound' });
export type ReviewRoundView = z.infer<typeof ReviewRoundView>;

export const AgreeDocument = z
  .object({ opinion: textField().trim().max(1000).default('') })
  .meta({ id: 'AgreeDocument' });
export type AgreeDocument = z.infer<typeof AgreeDocument>;

export const GiveBackDocument = z
  .object({ opinion: textField().trim().min(1).max(1000) })
  .meta({ id: 'GiveBackDocument' });
export type GiveBackDocument = z.infer<typeof GiveBackDocument>;

/** What somebody said about a document. It is never changed and never taken away. */
export const opinionKinds = ['agreed', 'returned', 'approved', 'void', 'comment'] as const;
export const OpinionView = z
  .object({
    id: Id,
    kind: z.enum(opinionKinds).describe('`void`: they were asked, and the round closed before they were heard'),
    text: z.string(),
    by: person,
    onBehalfOf: person.nullable().describe('Who was absent, when a stand-in said it'),
    at: z.iso.datetime(),
    roundNumber: z.number().int().nullable(),
    versionNumber: z.number().int().nullable().describe('The version that it is about'),
  })
  .meta({ id: 'Opinion' });
export type OpinionView = z.infer<typeof OpinionView>;
export const OpinionPage = pageOf(OpinionView, 'OpinionPage');

export const CommentOnVersion = z
  .object({ text: textField().trim().min(1).max(1000) })
  .meta({ id: 'CommentOnVersion' });
export type CommentOnVersion = z.infer<typeof CommentOnVersion>;

/** Why a version was kept: it left the drafter’s hands, or the drafter kept it. */
export const versionReasons = ['submitted', 'kept'] as const;

export const VersionSummary = z
  .object({
    number: z.number().int(),
    reason: z.enum(versionReasons),
    keptAt: z.iso.datetime(),
    keptBy: person,
  })
  .meta({ id: 'VersionSummary' });
export type VersionSummary = z.infer<typeof VersionSummary>;
export const VersionPage = pageOf(VersionSummary, 'VersionPage');

const reasonInWords = z.string().nullable().describe('Why it goes on paper, in words');
const addressee = z.object({ name: z.string(), channel: ExchangeMode, paperReason: reasonInWords });

/** The fields of a draft as they were, in the words of that moment. */
export const VersionFields = z
  .object({
    typeName: z.string(),
    subject: z.string(),
    urgency: Urgency,
    signer: person,
    signingForm: SigningForm.nullable(),
    dueDate: z.iso.date().nullable(),
    draftingUnit: z.string(),
    pageAmount: z.number().int().nullable(),
    description: z.string(),
    language: z.string(),
    issuedAmount: z.number().int().nullable(),
    fileCode: z.object({ year: z.number().int(), notation: z.string() }).nullable(),
    fileOrdinal: z.number().int().nullable(),
    recipients: z.array(addressee),
    groups: z.array(addressee),
    externals: z.array(z.object({ name: z.string(), address: z.string(), paperReason: reasonInWords })),
    people: z.array(person).describe('Colleagues to know'),
    reviewMode: ReviewMode,
    reviewers: z.array(z.object({ ...person.shape, dueOn: z.iso.date() })),
  })
  .meta({ id: 'VersionFields' });
export type VersionFields = z.infer<typeof VersionFields>;

export const VersionFile = z
  .object({ id: Id, fileName: z.string(), mediaType: z.string(), size: z.number().int(), digest: z.string() })
  .meta({ id: 'VersionFile' });
export type VersionFile = z.infer<typeof VersionFile>;

export const VersionView = z
  .object({ ...VersionSummary.shape, fields: VersionFields, files: z.array(VersionFile) })
  .meta({ id: 'Version' });
export type VersionView = z.infer<typeof VersionView>;

import { z } from 'zod';
import { Id, pageOf, PageQuery } from './page.js';
import { dayField, textField } from './text-field.js';
import { ArrivalState, AssignmentRole, AssignmentState, Urgency } from './vocabulary.js';

/** Units and people that one leader gives work on one document to at once. [own] */
export const maxAssignees = 50;

const person = z.object({ postId: Id, fullName: z.string(), position: z.string() });

/** To whom a clerk submitted an arrival, and when. */
export const ArrivalSubmission = z
  .object({ ...person.shape, submittedAt: z.iso.datetime() })
  .meta({ id: 'ArrivalSubmission' });
export type ArrivalSubmission = z.infer<typeof ArrivalSubmission>;

export const assignmentActions = ['start', 'assign-on', 'finish', 'hand-back'] as const;
export const AssignmentAction = z.enum(assignmentActions).meta({ id: 'AssignmentAction' });
export type AssignmentAction = z.infer<typeof AssignmentAction>;

/** A part of the work on an arrival, with a unit or with a person: one of the two is null. */
export const AssignmentView = z
  .object({
    id: Id,
    parentId: Id.nullable().describe('The part of a unit that this is a part of'),
    role: AssignmentRole,
    unit: z.object({ id: Id, name: z.string() }).nullable(),
    person: person.nullable(),
    dueOn: z.iso.date().nullable(),
    instruction: z.string(),
    state: AssignmentState,
    assignedBy: z.object({ fullName: z.string(), position: z.string() }),
    assignedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    note: z.string().nullable().describe('What came of it, or why it was handed back'),
    actions: z.array(AssignmentAction).describe('What the reader may do with it'),
  })
  .meta({ id: 'Assignment' });
export type AssignmentView = z.infer<typeof AssignmentView>;

/** One unit or one person that gets a part. */
export const AssignedPart = z
  .object({
    role: AssignmentRole,
    unitId: Id.nullable().default(null),
    postId: Id.nullable().default(null),
    dueOn: dayField().nullable().default(null).describe('The last day for it'),
  })
  .refine(({ unitId, postId }) => (unitId === null) !== (postId === null), { message: 'either a unit or a post' })
  .meta({ id: 'AssignedPart' });
export type AssignedPart = z.infer<typeof AssignedPart>;

const instruction = textField().trim().max(2000).default('');

/** Who works on it: one lead, any number that support. What was assigned before and isn’t named any more is withdrawn. */
export const AssignWork = z
  .object({ instruction, parts: z.array(AssignedPart).min(1).max(maxAssignees) })
  .meta({ id: 'AssignWork' });
export type AssignWork = z.infer<typeof AssignWork>;

export const SubmitArrival = z.object({ toPostId: Id }).meta({ id: 'SubmitArrival' });
export type SubmitArrival = z.infer<typeof SubmitArrival>;

export const CommentArrival = z.object({ opinion: textField().trim().min(1).max(2000) }).meta({ id: 'CommentArrival' });
export type CommentArrival = z.infer<typeof CommentArrival>;

export const HandBackWork = z.object({ reason: textField().trim().min(1).max(500) }).meta({ id: 'HandBackWork' });
export type HandBackWork = z.infer<typeof HandBackWork>;

export const FinishWork = z.object({ note: textField().trim().max(500).default('') }).meta({ id: 'FinishWork' });
export type FinishWork = z.infer<typeof FinishWork>;

/** A unit or somebody of the agency who can be given work. */
export const Assignee = z
  .object({
    unitId: Id.nullable(),
    postId: Id.nullable(),
    name: z.string().describe('Of the unit, or the full name'),
    position: z.string().nullable(),
    unitName: z.string().nullable().describe('Where the person works; null for units'),
    isLeader: z.boolean().describe('A leader of the agency, to whom arrivals are submitted'),
  })
  .meta({ id: 'Assignee' });
export type Assignee = z.infer<typeof Assignee>;
export const AssigneeList = z.object({ items: z.array(Assignee) }).meta({ id: 'AssigneeList' });
export type AssigneeList = z.infer<typeof AssigneeList>;

export const FindAssignees = z.object({
  search: textField().trim().max(100).optional().describe('Words of name, position or unit; diacritics do not matter'),
});
export type FindAssignees = z.infer<typeof FindAssignees>;

/** Who led the work on what came from the same issuer before, of the same type: counted, never applied by itself. */
export const AssignmentSuggestion = z
  .object({
    unit: z.object({ id: Id, name: z.string() }).nullable(),
    person: person.nullable(),
    times: z.number().int().describe('How often it led'),
    of: z.number().int().describe('Among how many that were assigned, the latest at most 100'),
    usualDays: z.number().int().nullable().describe('Middle number of days given for it; null where none were'),
  })
  .meta({ id: 'AssignmentSuggestion' });
export type AssignmentSuggestion = z.infer<typeof AssignmentSuggestion>;
export const AssignmentSuggestions = z
  .object({ items: z.array(AssignmentSuggestion) })
  .meta({ id: 'AssignmentSuggestions' });
export type AssignmentSuggestions = z.infer<typeof AssignmentSuggestions>;

/** mine: with the reader or their unit · given: what the reader assigned and is still open · ended: of the reader’s. */
export const workBoxes = ['mine', 'given', 'ended'] as const;
export const FindWork = PageQuery.extend({ box: z.enum(workBoxes).default('mine') });
export type FindWork = z.infer<typeof FindWork>;

/** A part of the work as a line of “My work”. */
export const WorkItem = z
  .object({
    id: Id.describe('Of the part'),
    arrivalId: Id,
    role: AssignmentRole,
    state: AssignmentState,
    holder: z.string().describe('The unit or the person who has it'),
    dueOn: z.iso.date().nullable(),
    workingDaysLeft: z
      .number()
      .int()
      .nullable()
      .describe(
        'Working days until its day: 0 today, negative once it is over; null without a day or when it has ended',
      ),
    instruction: z.string(),
    isChanged: z.boolean().describe('Something happened to it since the reader last opened it'),
    arrivalState: ArrivalState,
    arrivalNumber: z.number().int().nullable(),
    symbol: z.string(),
    typeName: z.string(),
    subject: z.string(),
    senderName: z.string(),
    urgency: Urgency,
  })
  .meta({ id: 'WorkItem' });
export type WorkItem = z.infer<typeof WorkItem>;
export const WorkPage = pageOf(WorkItem, 'WorkPage');

import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id, pageOf, PageQuery } from './page.js';
import { planFindingCodes } from './reorganisation-findings.js';
import { dayField, textField } from './text-field.js';
import { AgencyLevel, Role } from './vocabulary.js';

/** Draft → scheduled → effective; a scheduled plan can be cancelled, and fails when the day finds faults in it. */
export const planStates = ['draft', 'scheduled', 'effective', 'cancelled', 'failed'] as const;
export const PlanState = z.enum(planStates).meta({ id: 'PlanState' });
export type PlanState = z.infer<typeof PlanState>;

/** Codes are kept as the catalogue gives them, trimmed and in upper case (Decision 20/2020). */
const code = textField().trim().toUpperCase().min(1).max(35);
const name = textField().trim().min(1).max(200);
const abbreviation = textField().trim().min(1).max(20);

const inThePlan = z.object({ newCode: code.describe('The code of an agency that the same plan sets up') });

/**
 * The steps of a plan, by the way in which they name agencies that exist: the API names them by id, a plan in a file by
 * code.
 */
export function planStepsOf<Key extends z.ZodType>(key: Key) {
  const existing = z.object({ agencyId: key });
  const known = z.union([existing, inThePlan]);
  const newAgency = z.object({
    code,
    code102: code.nullable().default(null),
    name,
    abbreviation,
    level: AgencyLevel,
    parent: known.nullable(),
  });
  const childrenFollow = z
    .boolean()
    .default(false)
    .describe('Agencies under it come under the one that takes over, unless a step says otherwise');
  return {
    newAgency,
    known,
    step: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('rename'), agencyId: key, name, abbreviation }),
      z.object({ kind: z.literal('new-code'), agencyId: key, code, code102: code.nullable().default(null) }),
      z.object({ kind: z.literal('move'), agencyId: key, parent: known.nullable() }),
      z.object({
        kind: z.literal('merge'),
        agencyIds: z.array(key).min(1).max(200),
        into: z.union([existing, z.object({ newAgency })]),
        childrenFollow,
      }),
      z.object({
        kind: z.literal('split'),
        agencyId: key,
        closes: z.boolean().describe('Whether the agency ends; else it goes on and the parts leave it'),
        parts: z.array(newAgency).min(1).max(200),
        leadCode: code.nullable().describe('The part that takes over what is not finished; null when it goes on'),
        posts: z
          .array(z.object({ postId: Id, partCode: code }))
          .max(2000)
          .default([])
          .describe('Who goes to which part; of an agency that ends, everyone else goes to the lead'),
        childrenFollow,
      }),
      z.object({
        kind: z.literal('dissolve'),
        agencyId: key,
        successor: known.nullable().describe('Who takes over; null when nobody does'),
        childrenFollow,
      }),
    ]),
  };
}

export const NewAgencyOfPlan = planStepsOf(Id).newAgency.meta({ id: 'NewAgencyOfPlan' });
export type NewAgencyOfPlan = z.infer<typeof NewAgencyOfPlan>;
export type AgencyOfPlan = z.infer<ReturnType<typeof planStepsOf<typeof Id>>['known']>;

export const PlanStep = planStepsOf(Id).step.meta({ id: 'PlanStep' });
export type PlanStep = z.infer<typeof PlanStep>;
export type PlanStepKind = PlanStep['kind'];

export const WritePlan = z
  .object({
    title: textField().trim().min(1).max(200),
    legalBasis: textField().trim().min(1).max(500).describe('The resolution or decision that it carries out'),
    effectiveOn: dayField(),
    steps: z.array(PlanStep).max(500),
  })
  .meta({ id: 'WritePlan' });
export type WritePlan = z.infer<typeof WritePlan>;

const codeOfPlan = textField().trim().toUpperCase().min(1).max(35);

/** A plan as it is written in a file, with agencies named by their codes. */
export const PlanFile = WritePlan.extend({ steps: z.array(planStepsOf(codeOfPlan).step).max(500) });
export type PlanFile = z.infer<typeof PlanFile>;

export const planActions = ['edit', 'schedule', 'apply', 'cancel'] as const;
export const PlanAction = z.enum(planActions).meta({ id: 'PlanAction' });
export type PlanAction = z.infer<typeof PlanAction>;

export const PlanSummary = z
  .object({
    id: Id,
    title: z.string(),
    legalBasis: z.string(),
    effectiveOn: z.iso.date(),
    state: PlanState,
    stepCount: z.number().int(),
    updatedAt: z.iso.datetime(),
    tookEffectAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof PlanSummary>;
export const PlanPage = pageOf(PlanSummary, 'PlanPage');

/** One thing that the check found: a fault keeps the plan from taking effect, a warning only wants to be read. */
export const PlanFinding = z
  .object({
    severity: z.enum(['fault', 'warning']),
    code: z.enum(planFindingCodes),
    step: z.number().int().nullable().describe('Position of the step, from 1; null for the plan as a whole'),
    agency: AgencyRef.partial({ id: true }).nullable(),
    sentence: z.string().describe('In the language of the request'),
  })
  .meta({ id: 'PlanFinding' });
export type PlanFinding = z.infer<typeof PlanFinding>;

export const PlanTotals = z
  .object({
    created: z.number().int(),
    changed: z.number().int(),
    closed: z.number().int(),
    openDocuments: z.number().int(),
    unsentDocuments: z.number().int(),
    unregisteredArrivals: z.number().int(),
    deliveriesOnTheWay: z.number().int(),
    posts: z.number().int(),
  })
  .meta({ id: 'PlanTotals' });
export type PlanTotals = z.infer<typeof PlanTotals>;

export const PlanCheck = z
  .object({ faults: z.number().int(), findings: z.array(PlanFinding), totals: PlanTotals })
  .meta({ id: 'PlanCheck' });
export type PlanCheck = z.infer<typeof PlanCheck>;

export const PlanView = z
  .object({
    ...PlanSummary.omit({ stepCount: true }).shape,
    version: z.number().int().describe('Goes up with every change; also the ETag'),
    steps: z.array(PlanStep),
    agencies: z.array(AgencyRef).describe('Every agency that the steps name by id'),
    scheduledBy: z.string().nullable(),
    failure: z.array(PlanFinding).describe('Why it did not take effect on its day'),
    actions: z.array(PlanAction).describe('What the reader may do now'),
  })
  .meta({ id: 'Plan' });
export type PlanView = z.infer<typeof PlanView>;

const AgencyFactsOfPlan = z
  .object({
    code: z.string(),
    name: z.string(),
    abbreviation: z.string(),
    parentName: z.string().nullable(),
    parentCode: z.string().nullable(),
  })
  .meta({ id: 'AgencyFactsOfPlan' });
export type AgencyFactsOfPlan = z.infer<typeof AgencyFactsOfPlan>;

/** What happens to one agency. */
export const PlanChange = z
  .object({
    agencyId: Id.nullable().describe('Null while the agency is not set up yet'),
    change: z.enum(['created', 'changed', 'closed']),
    before: AgencyFactsOfPlan.nullable(),
    after: AgencyFactsOfPlan.nullable(),
    successors: z.array(z.object({ code: z.string(), name: z.string(), isLead: z.boolean() })),
    openDocuments: z.number().int().describe('Not issued yet: they move to the successor'),
    unsentDocuments: z.number().int().describe('Issued and not sent: the successor’s people send them'),
    unregisteredArrivals: z.number().int(),
    deliveriesOnTheWay: z.number().int(),
    posts: z.number().int(),
  })
  .meta({ id: 'PlanChange' });
export type PlanChange = z.infer<typeof PlanChange>;
export const PlanChangePage = pageOf(PlanChange, 'PlanChangePage');

/** A person whose post ends, and the one that follows it. */
export const PlanPost = z
  .object({
    postId: Id,
    fullName: z.string(),
    role: Role,
    position: z.string(),
    from: z.object({ code: z.string(), name: z.string() }),
    to: z.object({ code: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'PlanPost' });
export type PlanPost = z.infer<typeof PlanPost>;
export const PlanPostPage = pageOf(PlanPost, 'PlanPostPage');

export const FindPlans = PageQuery.extend({ state: PlanState.optional() });
export type FindPlans = z.infer<typeof FindPlans>;

export const FindPlanPosts = PageQuery.extend({
  agencyId: Id.optional().describe('Posts at this agency alone, whether they move or not: to assign them in a split'),
});
export type FindPlanPosts = z.infer<typeof FindPlanPosts>;

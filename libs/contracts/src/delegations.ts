import { z } from 'zod';
import { Id } from './page.js';
import { dayField, textField } from './text-field.js';

const postHolder = z.object({ postId: Id, fullName: z.string(), position: z.string() });

export const delegationStates = ['coming', 'running', 'over', 'revoked'] as const;

export const DelegationView = z
  .object({
    id: Id,
    from: postHolder.describe('Who is absent'),
    to: postHolder.describe('Who stands in'),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
    reason: z.string(),
    state: z.enum(delegationStates),
    mayRevoke: z.boolean(),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.infer<typeof DelegationView>;
export const DelegationList = z.object({ items: z.array(DelegationView) }).meta({ id: 'DelegationList' });

export const Delegate = z
  .object({
    fromPostId: Id.nullable().default(null).describe('The post of the one who is absent; your own when left out'),
    toPostId: Id,
    validFrom: dayField(),
    validTo: dayField().describe('The last day'),
    reason: textField().trim().min(1).max(500),
  })
  .meta({ id: 'Delegate' });
export type Delegate = z.infer<typeof Delegate>;

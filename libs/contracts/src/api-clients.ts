import { z } from 'zod';
import { AgencyRef } from './agencies.js';
import { Id, pageOf, PageQuery } from './page.js';
import { isPermitted, type Permission } from './permissions.js';
import { textField } from './text-field.js';
import type { Role } from './vocabulary.js';

/**
 * The roles that another system can be given. Approving is a person’s act, and no program administers or audits [own].
 */
export const clientRoles = ['civil-servant', 'clerk', 'archivist'] as const satisfies readonly Role[];
export const ClientRole = z.enum(clientRoles).meta({ id: 'ClientRole' });
export type ClientRole = z.infer<typeof ClientRole>;

/** The permissions that can be lent to another system: its documents, what it reads to write them, and figures. */
export const clientScopes = [
  'document:read',
  'document:draft',
  'document:issue',
  'document:send',
  'document:complete',
  'arrival:read',
  'arrival:receive',
  'arrival:complete',
  'delivery:report',
  'archive:read',
  'share:read',
  'agency:read',
] as const satisfies readonly Permission[];
export const ClientScope = z.enum(clientScopes).meta({ id: 'ClientScope' });
export type ClientScope = z.infer<typeof ClientScope>;

/** The scopes that a role can have at all. */
export function scopesFor(role: Role): ClientScope[] {
  return clientScopes.filter((scope) => isPermitted({ role, scopes: null }, scope));
}

/** A system that is given two secrets at most, so that one can be replaced while the other still works. */
export const mostSecrets = 2;
/** Days that an old secret may live on beside its successor. */
export const longestOverlapDays = 30;

const name = textField().trim().min(1).max(100);
const Scopes = z
  .array(ClientScope)
  .min(1)
  .max(clientScopes.length)
  .transform((scopes) => clientScopes.filter((scope) => scopes.includes(scope)));

export const NewApiClient = z
  .object({ name, agencyId: Id, role: ClientRole, scopes: Scopes })
  .meta({ id: 'NewApiClient' });
export type NewApiClient = z.infer<typeof NewApiClient>;

export const EditApiClient = z.object({ name, scopes: Scopes }).meta({ id: 'EditApiClient' });
export type EditApiClient = z.infer<typeof EditApiClient>;

export const DisableApiClient = z
  .object({ reason: textField().trim().min(1).max(500) })
  .meta({ id: 'DisableApiClient' });
export type DisableApiClient = z.infer<typeof DisableApiClient>;

export const NewClientSecret = z
  .object({
    overlapDays: z
      .number()
      .int()
      .min(0)
      .max(longestOverlapDays)
      .default(7)
      .describe('Days that the secret before it still works; 0 ends it now'),
  })
  .meta({ id: 'NewClientSecret' });
export type NewClientSecret = z.infer<typeof NewClientSecret>;

export const ClientSecretView = z
  .object({
    id: Id,
    ending: z.string().describe('Its last four characters'),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ClientSecret' });
export type ClientSecretView = z.infer<typeof ClientSecretView>;

export const GivenClientSecret = z
  .object({ ...ClientSecretView.shape, secret: z.string().describe('Shown this once') })
  .meta({ id: 'GivenClientSecret' });
export type GivenClientSecret = z.infer<typeof GivenClientSecret>;

/** Whether a system could get a token now, and if not, why. */
export const ApiClientState = z.enum(['ready', 'no-secret', 'post-ended', 'disabled']).meta({ id: 'ApiClientState' });
export type ApiClientState = z.infer<typeof ApiClientState>;

export const ApiClientSummary = z
  .object({
    id: Id.describe('Also the `client_id` at the token endpoint'),
    name: z.string(),
    agency: AgencyRef,
    role: ClientRole,
    scopes: z.array(ClientScope),
    state: ApiClientState,
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable().describe('To within a few minutes'),
  })
  .meta({ id: 'ApiClientSummary' });
export type ApiClientSummary = z.infer<typeof ApiClientSummary>;
export const ApiClientPage = pageOf(ApiClientSummary, 'ApiClientPage');

export const ApiClientView = z
  .object({
    ...ApiClientSummary.shape,
    version: z.number().int().describe('Goes up with every change; also the ETag'),
    disabledAt: z.iso.datetime().nullable(),
    secrets: z.array(ClientSecretView).describe('Those that still work, the newest first'),
  })
  .meta({ id: 'ApiClient' });
export type ApiClientView = z.infer<typeof ApiClientView>;

export const FindApiClients = PageQuery;
export type FindApiClients = z.infer<typeof FindApiClients>;

/** RFC 6749, section 5.1. */
export const TokenAnswer = z
  .object({
    access_token: z.string(),
    token_type: z.literal('Bearer'),
    expires_in: z.number().int().describe('Seconds'),
    scope: z.string(),
  })
  .meta({ id: 'TokenAnswer' });
export type TokenAnswer = z.infer<typeof TokenAnswer>;

/** RFC 6749, section 5.2: this one address speaks as OAuth libraries expect it. */
export const TokenRefusal = z
  .object({
    error: z.enum([
      'invalid_request',
      'invalid_client',
      'unsupported_grant_type',
      'invalid_scope',
      'temporarily_unavailable',
    ]),
    error_description: z.string(),
  })
  .meta({ id: 'TokenRefusal' });
export type TokenRefusal = z.infer<typeof TokenRefusal>;

/** RFC 8414. */
export const AuthorizationServer = z
  .object({
    issuer: z.string(),
    token_endpoint: z.string(),
    grant_types_supported: z.array(z.string()),
    token_endpoint_auth_methods_supported: z.array(z.string()),
    scopes_supported: z.array(ClientScope),
    response_types_supported: z.array(z.string()),
  })
  .meta({ id: 'AuthorizationServer' });
export type AuthorizationServer = z.infer<typeof AuthorizationServer>;

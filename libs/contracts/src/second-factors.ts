import { z } from 'zod';
import { Id } from './page.js';
import { SessionView } from './session.js';
import { textField } from './text-field.js';
import { Role } from './vocabulary.js';

/** How many second factors one person keeps at most: a phone, a spare, two sticks and some room. */
export const mostSecondFactors = 10;

export const secondFactorKinds = ['totp', 'passkey'] as const;
export const SecondFactorKind = z.enum(secondFactorKinds).meta({ id: 'SecondFactorKind' });
export type SecondFactorKind = z.infer<typeof SecondFactorKind>;

const name = textField().trim().min(1).max(60);
const base64Url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/);

/** Six digits, however they are grouped. */
const TotpCode = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));

export const SecondFactorView = z
  .object({
    id: Id,
    kind: SecondFactorKind,
    name: z.string(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'SecondFactor' });
export type SecondFactorView = z.infer<typeof SecondFactorView>;

export const SecondFactorsView = z
  .object({
    isRequired: z.boolean().describe('Whether the role needs one, so that the last can’t be removed'),
    passkeysPossible: z.boolean().describe('Passkeys belong to a name: not where the system is reached by number'),
    factors: z.array(SecondFactorView),
    recoveryCodesLeft: z.number().int(),
    resetAt: z.iso.datetime().nullable().describe('When an administrator took all of them away, until it was read'),
  })
  .meta({ id: 'SecondFactors' });
export type SecondFactorsView = z.infer<typeof SecondFactorsView>;

export const NewTotpFactor = z.object({ name }).meta({ id: 'NewTotpFactor' });
export type NewTotpFactor = z.infer<typeof NewTotpFactor>;

export const TotpOffer = z
  .object({
    id: Id,
    secret: z.string().describe('For apps that can’t read the picture: letters and digits in base 32'),
    uri: z.string().describe('For the picture: `otpauth://totp/…`'),
  })
  .meta({ id: 'TotpOffer' });
export type TotpOffer = z.infer<typeof TotpOffer>;

export const TotpConfirmation = z.object({ code: TotpCode }).meta({ id: 'TotpConfirmation' });
export type TotpConfirmation = z.infer<typeof TotpConfirmation>;

export const SecondFactorName = z.object({ name }).meta({ id: 'SecondFactorName' });
export type SecondFactorName = z.infer<typeof SecondFactorName>;

const Transports = z.array(z.string().max(30)).max(10);
const PasskeyRef = z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()) });

/** PublicKeyCredentialCreationOptionsJSON, as browsers take it. */
export const PasskeyOffer = z
  .object({
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.object({ alg: z.number().int(), type: z.literal('public-key') })),
    timeout: z.number().int(),
    excludeCredentials: z.array(PasskeyRef),
    authenticatorSelection: z.object({
      residentKey: z.literal('preferred'),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'PasskeyOffer' });
export type PasskeyOffer = z.infer<typeof PasskeyOffer>;

/** PublicKeyCredentialRequestOptionsJSON, as browsers take it. */
export const PasskeyQuestion = z
  .object({
    rpId: z.string(),
    challenge: z.string(),
    timeout: z.number().int(),
    allowCredentials: z.array(PasskeyRef),
    userVerification: z.literal('required'),
  })
  .meta({ id: 'PasskeyQuestion' });
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>;

/** What a browser answers after a passkey was made (RegistrationResponseJSON). */
export const NewPasskey = z
  .object({
    name,
    credential: z.object({
      id: base64Url(1400),
      rawId: base64Url(1400),
      type: z.literal('public-key'),
      response: z.object({
        clientDataJSON: base64Url(4000),
        attestationObject: base64Url(20_000),
        transports: Transports.optional(),
      }),
    }),
  })
  .meta({ id: 'NewPasskey' });
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What a browser answers after a passkey has signed (AuthenticationResponseJSON). */
export const PasskeyAnswer = z
  .object({
    id: base64Url(1400),
    rawId: base64Url(1400),
    type: z.literal('public-key'),
    response: z.object({
      clientDataJSON: base64Url(4000),
      authenticatorData: base64Url(4000),
      signature: base64Url(4000),
      userHandle: base64Url(200).optional(),
    }),
  })
  .meta({ id: 'PasskeyAnswer' });
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** What is shown beside the password at a sign-in. */
export const SecondFactorProof = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('totp'), code: TotpCode }),
    z.object({ kind: z.literal('passkey'), credential: PasskeyAnswer }),
    z.object({ kind: z.literal('recovery-code'), code: textField().trim().min(1).max(40) }),
  ])
  .meta({ id: 'SecondFactorProof' });
export type SecondFactorProof = z.infer<typeof SecondFactorProof>;

export const SecondFactorChoices = z
  .object({
    totp: z.boolean(),
    passkey: z.boolean().describe('Whether one was made for the address under which this request came'),
    recoveryCode: z.boolean(),
  })
  .meta({ id: 'SecondFactorChoices' });
export type SecondFactorChoices = z.infer<typeof SecondFactorChoices>;

export const SecondFactorPassed = z
  .object({ session: SessionView, recoveryCodesLeft: z.number().int() })
  .meta({ id: 'SecondFactorPassed' });
export type SecondFactorPassed = z.infer<typeof SecondFactorPassed>;

export const SecondFactorEnrolled = z
  .object({
    session: SessionView,
    recoveryCodes: z.array(z.string()).describe('Shown this once, with the first factor; empty with a further one'),
  })
  .meta({ id: 'SecondFactorEnrolled' });
export type SecondFactorEnrolled = z.infer<typeof SecondFactorEnrolled>;

export const RecoveryCodes = z
  .object({ recoveryCodes: z.array(z.string()).describe('Shown this once; those before no longer work') })
  .meta({ id: 'RecoveryCodes' });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;

export const Confirmation = z.object({ password: z.string().min(1).max(200) }).meta({ id: 'Confirmation' });
export type Confirmation = z.infer<typeof Confirmation>;

export const SecondFactorReason = z
  .object({ reason: textField().trim().min(1).max(500) })
  .meta({ id: 'SecondFactorReason' });
export type SecondFactorReason = z.infer<typeof SecondFactorReason>;

export const SecondFactorRulesView = z
  .object({
    rules: z.array(
      z.object({
        role: Role,
        requiredSince: z.iso.datetime().nullable(),
        people: z.number().int().describe('Who hold a post of the role today'),
        lacking: z.number().int().describe('Those among them who have no second factor'),
      }),
    ),
  })
  .meta({ id: 'SecondFactorRules' });
export type SecondFactorRulesView = z.infer<typeof SecondFactorRulesView>;

export const RequiredSecondFactors = z
  .object({ roles: z.array(Role).max(20).describe('The roles that need a second factor; no other does') })
  .meta({ id: 'RequiredSecondFactors' });
export type RequiredSecondFactors = z.infer<typeof RequiredSecondFactors>;

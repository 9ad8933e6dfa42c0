import { z } from 'zod';
import { textField } from './text-field.js';

/** Length in characters of a password that a person chooses; the upper bound keeps argon2 from being fed megabytes. */
export const passwordLength = { min: 12, max: 200 } as const;

/** A password as it is typed to sign in. Keyboards write the same letter in one character or in two: both are one. */
export function passwordField() {
  return z.string().normalize('NFC').min(1).max(passwordLength.max);
}

/** A password that a person chooses; its strength is judged beside its length. */
export function newPasswordField() {
  return z.string().normalize('NFC').min(passwordLength.min).max(passwordLength.max);
}

export const ChangePassword = z
  .object({ currentPassword: passwordField(), newPassword: newPasswordField() })
  .meta({ id: 'ChangePassword' });
export type ChangePassword = z.infer<typeof ChangePassword>;

/** What a link that works once was made for: somebody new, or somebody who can’t get in. */
export const linkPurposes = ['invitation', 'reset'] as const;
export const LinkPurpose = z.enum(linkPurposes).meta({ id: 'LinkPurpose' });
export type LinkPurpose = z.infer<typeof LinkPurpose>;

const linkToken = z.string().min(1).max(200);

export const PasswordResetWays = z
  .object({ byMail: z.boolean().describe('Whether this installation can send mail; if not, an administrator helps') })
  .meta({ id: 'PasswordResetWays' });
export type PasswordResetWays = z.infer<typeof PasswordResetWays>;

export const AskForPasswordReset = z
  .object({ userNameOrEmail: textField().trim().min(1).max(254) })
  .meta({ id: 'AskForPasswordReset' });
export type AskForPasswordReset = z.infer<typeof AskForPasswordReset>;

export const OneTimeLinkToken = z.object({ token: linkToken }).meta({ id: 'OneTimeLinkToken' });
export type OneTimeLinkToken = z.infer<typeof OneTimeLinkToken>;

export const OneTimeLinkView = z
  .object({
    purpose: LinkPurpose,
    fullName: z.string(),
    userName: z.string(),
    words: z.array(z.string()).describe('Of the person and their agency: a password should not be made of them'),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' });
export type OneTimeLinkView = z.infer<typeof OneTimeLinkView>;

export const SetPassword = z.object({ token: linkToken, newPassword: newPasswordField() }).meta({ id: 'SetPassword' });
export type SetPassword = z.infer<typeof SetPassword>;

export const Invitation = z
  .object({
    link: z.string().describe('To be handed over; it is shown this once'),
    expiresAt: z.iso.datetime(),
    mailedTo: z.string().nullable().describe('The address to which it goes as well'),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

import { randomInt } from 'node:crypto';
import { digestOf } from '../secret-token.js';

/** Letters and digits that nobody takes for one another on paper: 32, so that each is worth five bits. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const groups = 4;
const groupLength = 4;

/** Ten, as people know it from elsewhere: one sheet lasts for years. */
export const recoveryCodeCount = 10;

/** 80 random bits each: a plain digest keeps them, because nobody can try them all. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, newCode);
}

/** What is kept of a code, however it was typed. */
export function recoveryCodeDigest(code: string): string {
  return digestOf(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''));
}

function newCode(): string {
  const group = (): string => Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

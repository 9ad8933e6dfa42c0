import { z } from 'zod';

/** Control characters but tabs and line breaks, and halves of characters: no one types them and no database keeps them. */
const unwritable = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

export function isWritable(text: string): boolean {
  return !unwritable.test(text);
}

/** Text that people write: the beginning of every schema of a field that is stored or searched for. */
export function textField() {
  return z.string().refine(isWritable);
}

/** The name that a person signs in with: plain letters, so that it is the same on every keyboard. */
export function userNameField() {
  return z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{1,99}$/);
}

/** A calendar day that the database knows: its calendar has no year 0. */
export function dayField() {
  return z.iso.date().refine((day) => !day.startsWith('0000'));
}

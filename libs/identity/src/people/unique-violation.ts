import { QueryFailedError } from 'typeorm';

/** Whether a statement failed because a row like it is there already, by the name of the index. */
export function violates(error: unknown, index: string): boolean {
  if (!(error instanceof QueryFailedError)) {
    return false;
  }
  const { code, constraint } = error.driverError as { readonly code?: string; readonly constraint?: string };
  return code === '23505' && constraint === index;
}

import type { AgencyLevel, RecipientGroupKind } from '#contracts';
import { DomainError } from '#kernel';

/** The levels of a group, each once. @throws DomainError `group.levels-wrong` where a kind of group can’t have them. */
export function checkLevels(kind: RecipientGroupKind, levels: readonly AgencyLevel[]): AgencyLevel[] {
  if ((kind === 'level') !== levels.length > 0) {
    throw new DomainError('group.levels-wrong');
  }
  return [...new Set(levels)];
}

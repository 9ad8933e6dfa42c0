export interface RegisterSearch {
  /** Whose register is open; the own one when left out. */
  agencyId?: string;
}

export function registerIn({ agencyId }: Record<string, unknown>): RegisterSearch {
  return typeof agencyId === 'string' ? { agencyId } : {};
}

import type { AgencyLevel } from '#contracts';

export interface AgencyFacts {
  readonly id: string;
  readonly code: string;
  readonly code102: string | null;
  readonly name: string;
  readonly abbreviation: string;
  readonly level: AgencyLevel;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What is unfinished at an agency. */
export interface WorkFacts {
  readonly openDocuments: number;
  readonly unsentDocuments: number;
  readonly unregisteredArrivals: number;
  readonly deliveriesOnTheWay: number;
  readonly posts: number;
}

export const noWork: WorkFacts = {
  openDocuments: 0,
  unsentDocuments: 0,
  unregisteredArrivals: 0,
  deliveriesOnTheWay: 0,
  posts: 0,
};

/** What the directory says about the agencies of a plan on the day of the check. */
export interface PlanFacts {
  readonly today: string;
  /** Those that the plan names, those above them, and the open ones under those that close. */
  readonly agencies: ReadonlyMap<string, AgencyFacts>;
  /** Who has, or had, each of the codes that the plan gives. */
  readonly codeOwners: ReadonlyMap<string, { readonly agencyId: string; readonly name: string }>;
  /** Of those that close or are split. */
  readonly work: ReadonlyMap<string, WorkFacts>;
  /** Agencies of the posts that the plan assigns and that are held on its day. */
  readonly agencyOfPost: ReadonlyMap<string, string>;
}

/** Whether an agency that is there the day before can be reorganised on the day. */
export function isOpenBefore({ validFrom, validTo }: AgencyFacts, day: string): boolean {
  return validFrom < day && (validTo === null || validTo >= day);
}

/** Whether an agency is there on the day. */
export function isOpenOn({ validFrom, validTo }: AgencyFacts, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo >= day);
}

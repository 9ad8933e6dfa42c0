import type { Actor, AgencyRef, SessionNeed, SessionPost, SessionView } from '#contracts';

/** A living session with the post that it acts in. */
export interface SessionRecord {
  readonly id: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  readonly userName: string;
  readonly method: SessionView['method'];
  readonly needs: SessionNeed | null;
  readonly agency: { readonly id: string; readonly code: string; readonly name: string; readonly abbreviation: string };
  /** Agencies whose place the agency took. */
  readonly predecessors: readonly AgencyRef[];
  /** The posts that the person holds today. */
  readonly posts: readonly SessionPost[];
  readonly actor: Actor;
}

export interface SessionRow {
  readonly id: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
  readonly lastUsedAt: Date;
  readonly userName: string;
  readonly method: SessionView['method'];
  readonly needs: SessionNeed | null;
  readonly predecessors: readonly AgencyRef[];
  readonly delegatedPostIds: readonly string[];
  readonly posts: readonly SessionPost[];
  readonly personId: string;
  readonly postId: string;
  readonly agencyId: string;
  readonly agencyLevel: Actor['agencyLevel'];
  readonly role: Actor['role'];
  readonly fullName: string;
  readonly position: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyAbbreviation: string;
}

export function toSessionRecord(row: SessionRow): SessionRecord {
  return {
    id: row.id,
    csrfToken: row.csrfToken,
    expiresAt: row.expiresAt,
    userName: row.userName,
    method: row.method,
    needs: row.needs,
    agency: { id: row.agencyId, code: row.agencyCode, name: row.agencyName, abbreviation: row.agencyAbbreviation },
    predecessors: row.predecessors,
    posts: row.posts,
    actor: {
      personId: row.personId,
      postId: row.postId,
      agencyId: row.agencyId,
      agencyLevel: row.agencyLevel,
      role: row.role,
      fullName: row.fullName,
      position: row.position,
      predecessorIds: row.predecessors.map(({ id }) => id),
      delegatedPostIds: row.delegatedPostIds,
      scopes: null,
    },
  };
}

import { Injectable } from '@nestjs/common';
import type { AccessChangeKind, AccessObjectType, Actor } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import type { GuardedChange } from './access-policy.js';
import { AccessSubjects } from './access-subjects.js';

export interface ChangeRow extends GuardedChange {
  readonly id: string;
  readonly agencyId: string;
  readonly kind: AccessChangeKind;
  readonly withdrawnAt: Date | null;
}

/** Which change of which document. */
export interface ChangeKey {
  readonly objectType: AccessObjectType;
  readonly objectId: string;
  readonly changeId: string;
}

/** Reading a change under the rules of its document: the common first step of confirming and withdrawing. */
@Injectable()
export class AccessChanges {
  constructor(
    private readonly database: Database,
    private readonly subjects: AccessSubjects,
  ) {}

  /** Holds the document until the transaction ends. @throws DomainError `not-found`. */
  async readFor(actor: Actor, { objectType, objectId, changeId }: ChangeKey): Promise<ChangeRow> {
    await this.subjects.read(actor, objectType, objectId, true);
    const [change] = await this.database.query<ChangeRow>(
      `SELECT change.id, change.agency_id AS "agencyId", change.kind, change.changed_by_post_id AS "changedByPostId",
              post.person_id AS "changedByPersonId", change.confirmed_at AS "confirmedAt",
              change.withdrawn_at AS "withdrawnAt"
         FROM access_changes AS change JOIN posts AS post ON post.id = change.changed_by_post_id
        WHERE change.id = $1 AND change.object_type = $2 AND change.object_id = $3`,
      [changeId, objectType, objectId],
    );
    if (change === undefined) {
      throw new DomainError('not-found');
    }
    return change;
  }
}

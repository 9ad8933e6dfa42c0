import { Injectable } from '@nestjs/common';
import { type FollowedChange, FollowPosts } from '#access';
import type { AuditRecord } from '#audit';
import { FollowNotices } from '#documents';
import {
  FollowDelegations,
  type FollowedDelegation,
  type FollowedHandover,
  FollowHandovers,
  type MovedPost,
} from '#identity';
import { Database } from '#platform';
import type { Takeover } from './takeover.js';
import { RecordMoves } from './record-moves.js';

/**
 * What names the posts that a plan moved follows their holders: rights on one document, stand-ins, planned hand-overs,
 * and what was sent to them to know.
 */
@Injectable()
export class FollowPeople {
  constructor(
    private readonly database: Database,
    private readonly rights: FollowPosts,
    private readonly delegations: FollowDelegations,
    private readonly handovers: FollowHandovers,
    private readonly notices: FollowNotices,
    private readonly record: RecordMoves,
  ) {}

  async execute({ planId, effectiveOn }: Takeover, title: string): Promise<void> {
    const moved = await this.database.query<MovedPost>(
      `SELECT from_post_id AS "fromPostId", to_post_id AS "toPostId" FROM reorganisation_moved_posts WHERE plan_id = $1`,
      [planId],
    );
    const changes = await this.rights.execute(moved);
    const delegations = await this.delegations.execute(moved, effectiveOn);
    const handovers = await this.handovers.execute(moved);
    await this.notices.execute(moved);
    const why = `Cơ quan được sắp xếp lại (${title})`;
    await this.record.execute([
      ...changes.map((change) => entryOfChange(change, why)),
      ...delegations.map((delegation) => entryOfDelegation(delegation, why)),
      ...handovers.map((handover) => entryOfHandover(handover, why)),
    ]);
  }
}

function entryOfChange({ id, objectType, objectId, agencyId }: FollowedChange, why: string): AuditRecord {
  return {
    action: `${objectType}.access-moved`,
    objectType,
    objectId,
    agencyId,
    note: `${why}; quyền theo người sang chức danh mới.`,
    data: { changeId: id },
  };
}

function entryOfDelegation({ personId, agencyId, ...after }: FollowedDelegation, why: string): AuditRecord {
  return {
    action: 'delegation.moved',
    objectType: 'person',
    objectId: personId,
    agencyId,
    note: `${why}; việc làm thay tiếp tục ở chức danh mới.`,
    after,
  };
}

function entryOfHandover({ personId, agencyId, goesOn, ...plan }: FollowedHandover, why: string): AuditRecord {
  return {
    action: goesOn ? 'post.handover-moved' : 'post.handover-ended',
    objectType: 'person',
    objectId: personId,
    agencyId,
    note: goesOn
      ? `${why}; việc bàn giao tiếp tục ở chức danh mới.`
      : `${why}; hai chức danh không còn cùng cơ quan nên việc bàn giao không thực hiện nữa.`,
    ...(goesOn ? { after: { ...plan } } : { before: { ...plan } }),
  };
}

import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import { type Actor, type DeskCounts, isPermitted, type Permission } from '#contracts';
import { hasNewYear, yearsToWatch } from '#directory';
import { documentIsOpenTo, isHeld, isWorkLate } from '#documents';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { arrivalIsOpenTo } from './narrowed-arrivals.js';
import { waitsForLeader } from './unconfirmed-access.js';

/** How much waits for this person, beside the places of the menu; what is not theirs to do counts as nothing. */
@Injectable()
export class DeskCountsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<DeskCounts> {
    const now = this.clock.now();
    const [counts] = await this.database.query<DeskCounts>(
      `SELECT (SELECT count(*) FROM arrivals WHERE agency_id = $1 AND state = 'arrived') AS "toReceive",
              (SELECT count(DISTINCT document_id) FROM review_steps
                WHERE post_id = ANY ($4::uuid[]) AND state = 'asked') AS "toReview",
              (SELECT count(*) FROM documents WHERE agency_id = $1 AND state = 'submitted') AS "toApprove",
              (SELECT count(*) FROM documents WHERE agency_id = $1 AND state = 'approved') AS "toIssue",
              (SELECT count(*) FROM documents WHERE agency_id = ANY ($2::uuid[]) AND state = 'issued') AS "toSend",
              (SELECT count(*) FROM documents WHERE agency_id = $1 AND ${isHeld('documents')}) AS held,
              (SELECT count(*) FROM documents WHERE agency_id = $1 AND state = 'approved'
                  AND ${isWorkLate('documents', '$5')}) AS "lateToIssue",
              (SELECT count(*) FROM documents WHERE agency_id = ANY ($2::uuid[]) AND state = 'issued'
                  AND ${isWorkLate('documents', '$5')}) AS "lateToSend",
              (SELECT count(*) FROM arrivals
                WHERE agency_id = ANY ($2::uuid[]) AND arrival_number IS NOT NULL
                  AND delivery_id IN (SELECT delivery_id FROM sender_requests WHERE state = 'asked')
                  AND (($9 AND ${arrivalIsOpenTo('arrivals', { posts: '$4::uuid[]', readsNarrowed: '$7::boolean', isClerk: 'false' })})
                       OR (restricted AND $7::boolean))) AS "senderRequests",
              (SELECT count(*) FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = delivery.dispatch_id
                WHERE delivery.state = 'needs-attention' AND delivery.transport_state = 'failed' AND dispatch.agency_id = ANY ($2::uuid[])) AS "needsAttention",
              (SELECT count(*) FROM document_notices AS notice JOIN documents AS document ON document.id = document_id
                WHERE notice.reader_post_id = $6 AND notice.read_at IS NULL
                  AND ${documentIsOpenTo('document', { posts: '$4::uuid[]', readsNarrowed: '$7::boolean', isClerk: 'false' })}) AS "toKnow",
              (SELECT count(*) FROM unnest($8::integer[]) AS year WHERE NOT ${hasNewYear('year')}) AS "unreadyYears",
              (SELECT count(*) FROM access_changes AS change JOIN posts AS maker ON maker.id = change.changed_by_post_id
                WHERE ${waitsForLeader('change', { agencies: '$2::uuid[]', posts: '$4::uuid[]' })} AND maker.person_id <> $3) AS "toConfirmAccess"`,
      [
        actor.agencyId,
        [actor.agencyId, ...actor.predecessorIds],
        actor.personId,
        heldPosts(actor),
        now,
        actor.postId,
        readsWhatIsNarrowed(actor),
        yearsToWatch(dayOf(now)),
        isPermitted(actor, 'arrival:receive'),
      ],
    );
    const own = (count: number | undefined, permission: Permission): number =>
      isPermitted(actor, permission) ? (count ?? 0) : 0;
    return {
      toReceive: own(counts?.toReceive, 'arrival:receive'),
      toReview: own(counts?.toReview, 'document:review'),
      toApprove: own(counts?.toApprove, 'document:approve'),
      toIssue: own(counts?.toIssue, 'document:issue'),
      toSend: own(counts?.toSend, 'document:send'),
      held: own(counts?.held, 'document:decide-held'),
      lateToIssue: own(counts?.lateToIssue, 'document:issue'),
      lateToSend: own(counts?.lateToSend, 'document:send'),
      senderRequests: own(counts?.senderRequests, 'arrival:read'),
      needsAttention: own(counts?.needsAttention, 'delivery:operate'),
      toKnow: own(counts?.toKnow, 'document:read'),
      unreadyYears: own(counts?.unreadyYears, 'calendar:manage'),
      toConfirmAccess: own(counts?.toConfirmAccess, 'access:confirm'),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import { type Actor, DeskCounts, isPermitted, type Permission } from '#contracts';
import { hasNewYear, yearsToWatch } from '#directory';
import { documentIsOpenTo, isHeld, isWorkLate } from '#documents';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { isWith } from './handling/assignments.js';
import { arrivalIsOpenTo } from './narrowed-arrivals.js';
import { waitsForLeader } from './unconfirmed-access.js';

const permissionFor = {
  toReceive: 'arrival:receive',
  toAssign: 'arrival:assign',
  toHandle: 'arrival:handle',
  lateToHandle: 'arrival:handle',
  toReview: 'document:review',
  toApprove: 'document:approve',
  toIssue: 'document:issue',
  toSend: 'document:send',
  held: 'document:decide-held',
  lateToIssue: 'document:issue',
  lateToSend: 'document:send',
  senderRequests: 'arrival:read',
  needsAttention: 'delivery:operate',
  toKnow: 'document:read',
  unreadyYears: 'calendar:manage',
  toConfirmAccess: 'access:confirm',
} as const satisfies Record<keyof DeskCounts, Permission>;

function objectOf(countOf: (key: keyof DeskCounts) => number): DeskCounts {
  return DeskCounts.parse(Object.fromEntries(DeskCounts.keyof().options.map((key) => [key, countOf(key)])));
}

/** The parts of the work that are with these posts or with their units. */
function openWork(condition: string): string {
  return `(SELECT count(*) FROM assignments AS assignment
             JOIN arrivals AS arrival ON arrival.id = assignment.arrival_id
            WHERE assignment.ended_at IS NULL AND ${condition} AND ${isWith('assignment', '$4::uuid[]')}
              AND ${arrivalIsOpenTo('arrival', { posts: '$4::uuid[]', readsNarrowed: '$7::boolean', isClerk: 'false' })})`;
}

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
              (SELECT count(*) FROM arrivals WHERE submitted_to_post_id = ANY ($4::uuid[]) AND state = 'submitted')
                AS "toAssign",
              ${openWork('true')} AS "toHandle",
              ${openWork('due_on < $10::date')} AS "lateToHandle",
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
        dayOf(now),
      ],
    );
    const own = (key: keyof DeskCounts): number => (isPermitted(actor, permissionFor[key]) ? (counts?.[key] ?? 0) : 0);
    return objectOf(own);
  }
}

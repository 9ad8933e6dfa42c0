import { Injectable } from '@nestjs/common';
import { accessFactsOf, heldPosts } from '#access';
import { TimelineQuery } from '#audit';
import { type Actor, type ArrivalView, type AttachmentView, isPermitted } from '#contracts';
import { partAt, RelationsQuery } from '#documents';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { actionsOn, type GuardedArrival, mayReadArrival } from './arrival-policy.js';
import { ArrivalRequests } from './arrival-requests.js';
import { leadFactOf } from './handling/assignments.js';
import { AssignmentsQuery } from './handling/assignments.query.js';
import { type ArrivalSummaryRow, summaryColumns } from './arrivals.query.js';
import { SameArrivalsQuery } from './same-arrivals.query.js';

type Row = ArrivalSummaryRow &
  GuardedArrival &
  Pick<
    ArrivalView,
    'signer' | 'digest' | 'refusalReason' | 'attachments' | 'pageCount' | 'paperArrivedOn' | 'joinedTo' | 'scans'
  >;

/** One incoming document with everything that its page shows. */
@Injectable()
export class ArrivalQuery {
  constructor(
    private readonly database: Database,
    private readonly timeline: TimelineQuery,
    private readonly relations: RelationsQuery,
    private readonly requests: ArrivalRequests,
    private readonly assignments: AssignmentsQuery,
    private readonly same: SameArrivalsQuery,
  ) {}

  /** @throws DomainError `not-found`, for what is not there and for what is not the actor’s alike. */
  async view(actor: Actor, id: string): Promise<ArrivalView> {
    const [row] = await this.database.query<Row>(
      `SELECT ${summaryColumns}, agency_id AS "agencyId", ${accessFactsOf('arrival', 'arrivals')},
              ${leadFactOf('arrivals', '$2::uuid[]')}, digest, refusal_reason AS "refusalReason",
              page_count AS "pageCount", paper_arrived_on AS "paperArrivedOn", joined_to_id AS "joinedTo",
              coalesce((SELECT json_agg(json_build_object('attachmentId', scan.id, 'dpi', scan.dpi) ORDER BY scan.position)
                          FROM arrival_attachments AS scan
                         WHERE scan.arrival_id = arrivals.id AND source = 'paper'), '[]') AS scans,
              json_build_object('fullName', signer_name, 'position', signer_position) AS signer,
              coalesce((SELECT json_agg(json_build_object('id', file.id, 'part', ${partAt('file.position')},
                                 'fileName', file.file_name, 'mediaType', file.media_type, 'size', file.size,
                                 'digest', file.digest)
                                 ORDER BY file.position)
                          FROM arrival_attachments AS file WHERE file.arrival_id = arrivals.id), '[]') AS attachments
         FROM arrivals WHERE id = $1`,
      [id, heldPosts(actor)],
    );
    if (row === undefined || !mayReadArrival(actor, row)) {
      throw new DomainError('not-found');
    }
    const { agencyId: _agencyId, access: _access, leads: _leads, arrivedAt, ...view } = row;
    return {
      ...view,
      arrivedAt: arrivedAt.toISOString(),
      attachments: row.state === 'recalled' ? [] : row.attachments,
      sameAs: row.state === 'arrived' && isPermitted(actor, 'arrival:receive') ? await this.same.of(id) : [],
      requests: await this.requests.of(actor, id, row),
      replies: await this.relations.relatingTo(actor, 'arrival', id),
      submission: await this.assignments.submissionOf(id),
      assignments: await this.assignments.of(actor, id, row.state),
      timeline: await this.timeline.of('arrival', id),
      actions: actionsOn(actor, row),
    };
  }

  /** A file of an arrival that the actor may read. @throws DomainError `not-found`, `arrival.recalled`. */
  async attachment(actor: Actor, arrivalId: string, attachmentId: string): Promise<AttachmentView> {
    const [row] = await this.database.query<AttachmentView & GuardedArrival>(
      `SELECT file.id, file.file_name AS "fileName", file.media_type AS "mediaType", file.size, file.digest,
              arrival.agency_id AS "agencyId", arrival.state,
              arrival.arrival_number AS "arrivalNumber", ${accessFactsOf('arrival', 'arrival')}, NULL AS leads
         FROM arrival_attachments AS file JOIN arrivals AS arrival ON arrival.id = file.arrival_id
        WHERE file.id = $1 AND arrival.id = $2`,
      [attachmentId, arrivalId],
    );
    if (row === undefined || !mayReadArrival(actor, row)) {
      throw new DomainError('not-found');
    }
    if (row.state === 'recalled') {
      throw new DomainError('arrival.recalled');
    }
    return row;
  }
}

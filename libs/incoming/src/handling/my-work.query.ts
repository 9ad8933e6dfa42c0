import { Injectable } from '@nestjs/common';
import { heldPosts, readsWhatIsNarrowed } from '#access';
import { type Actor, type FindWork, isPermitted, type Page, type WorkItem } from '#contracts';
import { WorkingCalendar } from '#directory';
import { Clock, dayOf, DomainError, workingDaysUntil } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { arrivalIsOpenTo } from '../narrowed-arrivals.js';
import { isWith } from './assignments.js';

type Row = Omit<WorkItem, 'workingDaysLeft'> & { readonly key: string };

/** Until when the calendar is counted: deadlines farther away say the same as this many days. */
const farthestDays = 366;

const dayLength = 24 * 60 * 60_000;

/** The first day comes first; what has none comes last. */
const dueKey = `coalesce(assignment.due_on, 'infinity'::date)`;

const boxes = {
  mine: `assignment.ended_at IS NULL AND ${isWith('assignment', '$1::uuid[]')}`,
  given: `assignment.ended_at IS NULL AND assignment.assigned_by_post_id = ANY ($1::uuid[])`,
  ended: `assignment.ended_at IS NOT NULL AND assignment.state <> 'withdrawn' AND ${isWith('assignment', '$1::uuid[]')}`,
} as const satisfies Record<FindWork['box'], string>;

/** Whoever has work and may read its document no longer, since that was narrowed, is told nothing of it. */
const isOpen = arrivalIsOpenTo('arrival', { posts: '$1::uuid[]', readsNarrowed: '$5::boolean', isClerk: 'false' });

/** What a person has to do, by its day. */
@Injectable()
export class MyWorkQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** @throws DomainError `permission.denied` for roles that handle no documents, `request.invalid` for a foreign cursor. */
  async page(actor: Actor, { box, after, limit }: FindWork): Promise<Page<WorkItem>> {
    if (!isPermitted(actor, 'arrival:handle')) {
      throw new DomainError('permission.denied');
    }
    const [afterKey = null, afterId = null] = decodeCursor(after, 2) ?? [];
    const rows = await this.database.query<Row>(
      `SELECT assignment.id, arrival.id AS "arrivalId", assignment.role, assignment.state,
              coalesce(unit.name, person.full_name) AS holder, assignment.due_on AS "dueOn", assignment.instruction,
              assignment.ended_at IS NULL AND (assignment.seen_at IS NULL OR assignment.seen_at < assignment.changed_at)
                AS "isChanged",
              arrival.state AS "arrivalState", arrival.arrival_number AS "arrivalNumber", arrival.symbol,
              arrival.type_name AS "typeName", arrival.subject, arrival.sender_name AS "senderName", arrival.urgency,
              ${dueKey}::text AS key
         FROM assignments AS assignment
         JOIN arrivals AS arrival ON arrival.id = assignment.arrival_id
         LEFT JOIN units AS unit ON unit.id = assignment.unit_id
         LEFT JOIN posts AS post ON post.id = assignment.post_id
         LEFT JOIN people AS person ON person.id = post.person_id
        WHERE ${boxes[box]} AND ${isOpen} AND ($2::text IS NULL OR (${dueKey}, assignment.id) > ($2::date, $3::uuid))
        ORDER BY ${dueKey}, assignment.id LIMIT $4`,
      [heldPosts(actor), afterKey, afterId, limit + 1, readsWhatIsNarrowed(actor)],
    );
    const left = await this.countDays(rows);
    return toPage(
      rows,
      limit,
      (row) => [row.key, row.id],
      ({ key: _key, ...row }) => ({ ...row, workingDaysLeft: box === 'ended' ? null : left(row.dueOn) }),
    );
  }

  private async countDays(rows: readonly Row[]): Promise<(day: string | null) => number | null> {
    const now = this.clock.now();
    const bound = (days: number): string => dayOf(new Date(now.getTime() + days * dayLength));
    const special = await this.calendar.readFrom(bound(-farthestDays));
    const within = (day: string): string => (day > bound(farthestDays) ? bound(farthestDays) : day);
    const counts = new Map<string, number>();
    for (const { dueOn } of rows) {
      if (dueOn !== null && !counts.has(dueOn)) {
        const day = dueOn < bound(-farthestDays) ? bound(-farthestDays) : within(dueOn);
        counts.set(dueOn, workingDaysUntil(dayOf(now), day, special));
      }
    }
    return (day) => (day === null ? null : (counts.get(day) ?? null));
  }
}

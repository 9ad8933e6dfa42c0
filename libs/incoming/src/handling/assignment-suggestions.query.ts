import { Injectable } from '@nestjs/common';
import type { Actor, AssignmentSuggestion, AssignmentSuggestions } from '#contracts';
import { Clock, dayOf } from '#kernel';
import { Database } from '#platform';
import { Arrivals } from '../arrivals.js';
import { personOf } from './assignments.query.js';

/** How far back is counted, and how many of those who led are named. [own] */
const counted = 100;
const named = 3;

/** Who led the work on what came from the same issuer before, of the same type: plain counting. */
@Injectable()
export class AssignmentSuggestionsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly arrivals: Arrivals,
  ) {}

  /** @throws DomainError `not-found`. */
  async for(actor: Actor, arrivalId: string): Promise<AssignmentSuggestions> {
    await this.arrivals.read(actor, arrivalId);
    const items = await this.database.query<AssignmentSuggestion>(
      `WITH earlier AS (
         SELECT assignment.unit_id, assignment.post_id,
                assignment.due_on - (assignment.assigned_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS days
           FROM (SELECT other.id FROM arrivals AS this
                   JOIN arrivals AS other
                     ON other.agency_id = this.agency_id AND other.sender_name = this.sender_name
                    AND other.type_name = this.type_name AND other.arrival_number IS NOT NULL AND other.id <> this.id
                  WHERE this.id = $1 ORDER BY other.id DESC LIMIT ${counted}) AS past
           JOIN assignments AS assignment
             ON assignment.arrival_id = past.id AND assignment.parent_id IS NULL AND assignment.role = 'lead'
            AND assignment.state IN ('open', 'in-process', 'done'))
       SELECT CASE WHEN unit.id IS NOT NULL THEN json_build_object('id', unit.id, 'name', unit.name) END AS unit,
              CASE WHEN post.id IS NOT NULL THEN ${personOf('post', 'person')} END AS person,
              led.times, (SELECT count(*) FROM earlier) AS of, round(led.days)::integer AS "usualDays"
         FROM (SELECT unit_id, post_id, count(*) AS times, percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS days
                 FROM earlier GROUP BY unit_id, post_id) AS led
         LEFT JOIN units AS unit ON unit.id = led.unit_id
         LEFT JOIN posts AS post ON post.id = led.post_id
         LEFT JOIN people AS person ON person.id = post.person_id
        WHERE coalesce(unit.agency_id, post.agency_id) = $2
          AND coalesce(unit.valid_to, post.valid_to, 'infinity'::date) >= $3 AND person.disabled_at IS NULL
        ORDER BY led.times DESC, unit.name, person.full_name LIMIT ${named}`,
      [arrivalId, actor.agencyId, dayOf(this.clock.now())],
    );
    return { items };
  }
}

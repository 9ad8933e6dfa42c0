import { Injectable } from '@nestjs/common';
import { type Actor, type AgencyShareView, type FindShareAgencies, isPermitted, type Page } from '#contracts';
import { Clock, dayOf, DomainError, yearOf } from '#kernel';
import { Database, decodeCursor, toPage } from '#platform';
import { shareDays } from './share-days.js';
import { shareOf } from './share-figure.js';
import { shareScope } from './share-policy.js';
import { shareNow } from './share-now.js';
import { sentBy } from './share-structure.js';

interface Row {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly closed: boolean;
  readonly electronic: number;
  readonly electronicWithPaper: number;
  readonly paper: number;
}

/** One indicator of the electronic share, agency by agency, in the order of their codes. */
@Injectable()
export class ShareAgenciesQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `request.invalid` for a cursor that is none of ours. */
  async page(actor: Actor, query: FindShareAgencies): Promise<Page<AgencyShareView>> {
    if (!isPermitted(actor, 'share:read')) {
      throw new DomainError('permission.denied');
    }
    const { senderId } = shareScope(actor);
    const now = this.clock.now();
    const [first, last] = shareDays(query.year ?? yearOf(now), query.month);
    const values = [
      query.indicator,
      first,
      last,
      dayOf(now),
      decodeCursor(query.after, 1)?.[0] ?? null,
      query.limit + 1,
      ...(senderId === null ? [] : [senderId]),
    ];
    const ofSender = senderId === null ? 'true' : sentBy('$7', query.structure);
    const standing = query.structure === 'current' ? 'lead_successor(sender_id)' : 'sender_id';
    const rows = await this.database.query<Row>(statement(ofSender, standing), values);
    return toPage(rows, query.limit, (row) => [row.code], present);
  }
}

/** Counted by sender first: who stands in a sender's place is looked up once for each, not for each exchange. */
function statement(ofSender: string, standing: string): string {
  return `
    SELECT agency.id, agency.code, agency.name, agency.abbreviation,
           coalesce(agency.valid_to < $4, false) AS closed,
           sum(sent.electronic)::integer AS electronic,
           sum(sent.electronic_with_paper)::integer AS "electronicWithPaper", sum(sent.paper)::integer AS paper
      FROM (SELECT ${standing} AS agency_id,
                   coalesce(sum(amount) FILTER (WHERE outcome = 'electronic'), 0) AS electronic,
                   coalesce(sum(amount) FILTER (WHERE outcome = 'electronic-with-paper'), 0) AS electronic_with_paper,
                   coalesce(sum(amount) FILTER (WHERE outcome = 'paper'), 0) AS paper
              FROM (SELECT agency_id AS sender_id, outcome, amount FROM ${shareNow} AS cell
                     WHERE unit = 'exchange' AND direction = 'sent' AND grain = 'month' AND detail = 'none'
                       AND indicator = $1 AND starts_on BETWEEN $2 AND $3) AS cell
             WHERE ${ofSender}
             GROUP BY sender_id HAVING sum(amount) <> 0) AS sent
      JOIN agencies AS agency ON agency.id = sent.agency_id
     WHERE $5::text IS NULL OR agency.code > $5
     GROUP BY agency.id
     ORDER BY agency.code LIMIT $6`;
}

function present({ closed, electronic, electronicWithPaper, paper, ...agency }: Row): AgencyShareView {
  return { agency, closed, ...shareOf({ electronic, 'electronic-with-paper': electronicWithPaper, paper }) };
}

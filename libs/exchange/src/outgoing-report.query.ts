import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type FindOutgoingReport,
  isPermitted,
  longestReportDays,
  type OutgoingReport,
  type OutgoingReportRow,
} from '#contracts';
import { registerOf, workingDayNumbers } from '#directory';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { answeredBy, dayIn, issueDueOn } from './outgoing-outcome.js';

type Row = OutgoingReportRow & { readonly isTotal: boolean };

const dayLength = 24 * 60 * 60_000;

/** How the documents that were issued in a period came about, by the unit of their drafters (Decree 30/2020, Annex VI, V.4). */
@Injectable()
export class OutgoingReportQuery {
  constructor(private readonly database: Database) {}

  /** @throws DomainError `permission.denied`, `not-found` for an agency that is not theirs, `report.period`. */
  async of(actor: Actor, { from, to, agencyId }: FindOutgoingReport): Promise<OutgoingReport> {
    if (!isPermitted(actor, 'handling-report:read')) {
      throw new DomainError('permission.denied');
    }
    if (from > to || (Date.parse(to) - Date.parse(from)) / dayLength > longestReportDays) {
      throw new DomainError('report.period', { days: longestReportDays });
    }
    const rows = await this.database.query<Row>(select, [registerOf(actor, agencyId), from, to]);
    const [total] = rows.filter(({ isTotal }) => isTotal);
    return {
      from,
      to,
      rows: rows.filter(({ isTotal }) => !isTotal).map(({ isTotal: _isTotal, ...row }) => row),
      total: total === undefined ? nothing : withoutUnit(total),
    };
  }
}

function withoutUnit({ isTotal: _isTotal, unit: _unit, ...figures }: Row): OutgoingReport['total'] {
  return figures;
}

const nothing: OutgoingReport['total'] = {
  issued: 0,
  inTime: 0,
  late: 0,
  replies: 0,
  repliesLate: 0,
  averageDays: null,
  medianDays: null,
};

/** `$1` agency, `$2` and `$3` days of issue. The earliest answered document counts, when there are several. */
const select = `
  WITH entries AS (
    SELECT document.id, document.issued_on, ${dayIn('document.created_at')} AS drafted_on,
           ${issueDueOn('document')} AS due_on, drafter.unit_id, answered.is_reply, answered.asked_for
      FROM documents AS document
      JOIN posts AS drafter ON drafter.id = document.drafter_post_id
      LEFT JOIN LATERAL (
        SELECT true AS is_reply, min(due_date) AS asked_for FROM (${answeredBy('document')}) AS arrival
        HAVING count(*) > 0) AS answered ON true
     WHERE document.agency_id = $1 AND document.issued_on BETWEEN $2::date AND $3::date
       AND document.state <> 'cancelled'),
  days AS (${workingDayNumbers('(SELECT least($2::date, min(drafted_on)) FROM entries)', '$3::date')}),
  counted AS (
    SELECT entries.*, ended.number - began.number AS days
      FROM entries JOIN days AS began ON began.day = drafted_on JOIN days AS ended ON ended.day = issued_on)
  SELECT CASE WHEN unit.id IS NOT NULL THEN json_build_object('id', unit.id, 'name', unit.name) END AS unit,
         of_unit.is_total AS "isTotal", of_unit.issued, of_unit.in_time AS "inTime", of_unit.late, of_unit.replies,
         of_unit.replies_late AS "repliesLate", of_unit.average AS "averageDays", of_unit.median AS "medianDays"
    FROM (SELECT unit_id, grouping(unit_id) <> 0 AS is_total, count(*)::int AS issued,
                 count(*) FILTER (WHERE due_on IS NULL OR issued_on <= due_on)::int AS in_time,
                 count(*) FILTER (WHERE issued_on > due_on)::int AS late,
                 count(*) FILTER (WHERE is_reply)::int AS replies,
                 count(*) FILTER (WHERE is_reply AND issued_on > asked_for)::int AS replies_late,
                 round(avg(days), 1)::float AS average,
                 percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median
            FROM counted GROUP BY GROUPING SETS ((unit_id), ())) AS of_unit
    LEFT JOIN units AS unit ON unit.id = of_unit.unit_id
   ORDER BY of_unit.is_total, unit.name NULLS LAST, unit.id`;

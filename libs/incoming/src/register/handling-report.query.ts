import { Injectable } from '@nestjs/common';
import {
  type Actor,
  arrivalStatesInWork,
  type FindHandlingReport,
  type HandlingReport,
  type HandlingReportRow,
  isPermitted,
  longestReportDays,
} from '#contracts';
import { registerOf, workingDayNumbers } from '#directory';
import { Clock, dayOf, DomainError } from '#kernel';
import { Database } from '#platform';
import { dayIn, dayOfArrival, dueOn, leadOf } from './incoming-register.query.js';

type Row = HandlingReportRow & { readonly isTotal: boolean };

const dayLength = 24 * 60 * 60_000;

/**
 * How the documents that arrived in a period are handled, by the unit that leads (Decree 30/2020, Annex VI, V.2). Days
 * are working days: each day of the calendar gets the number of working days until it, and two numbers are subtracted.
 */
@Injectable()
export class HandlingReportQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found` for an agency that is not theirs, `report.period`. */
  async of(actor: Actor, { from, to, agencyId }: FindHandlingReport): Promise<HandlingReport> {
    if (!isPermitted(actor, 'handling-report:read')) {
      throw new DomainError('permission.denied');
    }
    if (from > to || (Date.parse(to) - Date.parse(from)) / dayLength > longestReportDays) {
      throw new DomainError('report.period', { days: longestReportDays });
    }
    const rows = await this.database.query<Row>(select, [
      registerOf(actor, agencyId),
      from,
      to,
      dayOf(this.clock.now()),
      arrivalStatesInWork,
    ]);
    const [total] = rows.filter(({ isTotal }) => isTotal).map(withoutUnit);
    return {
      from,
      to,
      rows: rows.filter(({ isTotal }) => !isTotal).map(({ isTotal: _isTotal, ...row }) => row),
      total: total ?? nothing,
    };
  }
}

function withoutUnit({ isTotal: _isTotal, unit: _unit, isAssigned: _isAssigned, ...figures }: Row): typeof nothing {
  return figures;
}

const nothing: HandlingReport['total'] = {
  received: 0,
  completedInTime: 0,
  completedLate: 0,
  open: 0,
  openLate: 0,
  averageDays: null,
  medianDays: null,
};

/** `$1` agency, `$2` and `$3` days of arrival, `$4` today, `$5` states in work. */
const select = `
  WITH days AS (${workingDayNumbers('$2::date', 'greatest($3::date, $4::date)')}),
  entries AS (
    SELECT arrivals.id, state, ${dayOfArrival} AS arrived_on, ${dayIn('completed_at')} AS completed_on,
           ${dueOn('arrivals')} AS due_on, lead.unit_id, lead.id IS NOT NULL AS is_assigned
      FROM arrivals
      LEFT JOIN LATERAL (${leadOf('arrivals')}) AS lead ON true
     WHERE agency_id = $1 AND arrival_year BETWEEN extract(year FROM $2::date) AND extract(year FROM $3::date) + 1
       AND arrival_number IS NOT NULL AND ${dayOfArrival} BETWEEN $2::date AND $3::date
       AND state NOT IN ('recalled', 'replaced')),
  counted AS (
    SELECT entries.*, state = 'completed' AS is_done, ended.number - began.number AS days
      FROM entries
      LEFT JOIN days AS began ON began.day = entries.arrived_on
      LEFT JOIN days AS ended ON ended.day = entries.completed_on AND state = 'completed')
  SELECT CASE WHEN unit.id IS NOT NULL THEN json_build_object('id', unit.id, 'name', unit.name) END AS unit,
         coalesce(of_unit.is_assigned, false) AS "isAssigned", of_unit.is_total AS "isTotal", of_unit.received,
         of_unit.in_time AS "completedInTime", of_unit.done_late AS "completedLate", of_unit.open,
         of_unit.open_late AS "openLate", of_unit.average AS "averageDays", of_unit.median AS "medianDays"
    FROM (SELECT unit_id, is_assigned, grouping(unit_id, is_assigned) <> 0 AS is_total, count(*)::int AS received,
                 count(*) FILTER (WHERE is_done AND (due_on IS NULL OR completed_on <= due_on))::int AS in_time,
                 count(*) FILTER (WHERE is_done AND completed_on > due_on)::int AS done_late,
                 count(*) FILTER (WHERE state = ANY ($5))::int AS open,
                 count(*) FILTER (WHERE state = ANY ($5) AND due_on < $4::date)::int AS open_late,
                 round(avg(days) FILTER (WHERE is_done), 1)::float AS average,
                 percentile_cont(0.5) WITHIN GROUP (ORDER BY days) FILTER (WHERE is_done) AS median
            FROM counted GROUP BY GROUPING SETS ((unit_id, is_assigned), ())) AS of_unit
    LEFT JOIN units AS unit ON unit.id = of_unit.unit_id
   ORDER BY of_unit.is_total, of_unit.is_assigned DESC, unit.name NULLS LAST, unit.id`;

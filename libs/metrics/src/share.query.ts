import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type AgencyRef,
  type ExchangeMode,
  exchangeModes,
  type FindShare,
  isPermitted,
  shareDefinitionVersion,
  type ShareFigure,
  type ShareIndicator,
  shareIndicators,
  type ShareStructure,
  type ShareView,
} from '#contracts';
import { Clock, DomainError, yearOf } from '#kernel';
import { Database } from '#platform';
import { type ModeCounts, noExchanges, shareOf, sumOfCounts } from './share-figure.js';
import { shareScope } from './share-policy.js';
import { allAgencies } from './share-cell.entity.js';
import { shareNow } from './share-now.js';
import { sideOf } from './share-structure.js';

interface MonthRow {
  readonly indicator: ShareIndicator;
  readonly month: number;
  readonly mode: ExchangeMode;
  readonly count: number;
}

interface TargetRow {
  readonly indicator: ShareIndicator;
  readonly value: string;
  readonly year: number;
  readonly legalBasis: string;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The electronic share of a year, as far as the reader may see it: both indicators, by month, with their targets. */
@Injectable()
export class ShareQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`. */
  async view(actor: Actor, query: FindShare): Promise<ShareView> {
    if (!isPermitted(actor, 'share:read')) {
      throw new DomainError('permission.denied');
    }
    const asOf = this.clock.now();
    const year = query.year ?? yearOf(asOf);
    const { senderId } = shareScope(actor, query.agencyId);
    const [agency, rows, targets] = await Promise.all([
      this.agency(senderId),
      this.counts(year, senderId, query.structure),
      this.targets(year),
    ]);
    return {
      year,
      agency,
      definitionVersion: shareDefinitionVersion,
      asOf: asOf.toISOString(),
      indicators: shareIndicators.map((indicator) => figureOf(indicator, rows, targets)),
    };
  }

  /** Sums the changes; the exchanges themselves are not read. */
  private async counts(
    year: number,
    senderId: string | null,
    structure: ShareStructure | undefined,
  ): Promise<MonthRow[]> {
    return this.database.query<MonthRow>(
      `SELECT indicator, extract(month FROM starts_on)::integer AS month, outcome AS mode, sum(amount)::integer AS count
         FROM ${shareNow} AS cell
        WHERE unit = 'exchange' AND ${sideOf(senderId, '$4', structure)} AND grain = 'month' AND detail = 'none'
          AND indicator = ANY ($1) AND starts_on BETWEEN $2 AND $3 AND outcome = ANY ($5)
        GROUP BY indicator, month, outcome`,
      [shareIndicators, `${year}-01-01`, `${year}-12-31`, senderId ?? allAgencies, exchangeModes],
    );
  }

  private async targets(year: number): Promise<TargetRow[]> {
    return this.database.query<TargetRow>(
      `SELECT DISTINCT ON (indicator) indicator, value, year, legal_basis AS "legalBasis"
         FROM share_targets WHERE year <= $1 ORDER BY indicator, year DESC`,
      [year],
    );
  }

  private async agency(id: string | null): Promise<AgencyRef | null> {
    const [agency] = await this.database.query<AgencyRef>(
      'SELECT id, code, name, abbreviation FROM agencies WHERE id = $1',
      [id],
    );
    return agency ?? null;
  }
}

function figureOf(indicator: ShareIndicator, rows: readonly MonthRow[], targets: readonly TargetRow[]): ShareFigure {
  const counts = months.map((month) => countsOf(rows.filter((row) => is(row, indicator, month))));
  const target = targets.find((row) => row.indicator === indicator);
  return {
    indicator,
    ...shareOf(sumOfCounts(counts)),
    target:
      target === undefined ? null : { value: Number(target.value), year: target.year, legalBasis: target.legalBasis },
    months: counts.map((ofMonth, index) => ({ month: index + 1, ...shareOf(ofMonth) })),
  };
}

function is(row: MonthRow, indicator: ShareIndicator, month: number): boolean {
  return row.indicator === indicator && row.month === month;
}

function countsOf(rows: readonly MonthRow[]): ModeCounts {
  return { ...noExchanges, ...Object.fromEntries(rows.map(({ mode, count }) => [mode, count])) };
}

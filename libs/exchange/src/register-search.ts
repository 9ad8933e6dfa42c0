import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import {
  conditionsBesideWords,
  type Conditions,
  type RegisterWanted,
  textHasWords,
  withWords,
} from './register-conditions.js';
import { monthsBetween, type SearchedWords } from './register-words.js';

/** Where a page of the register begins: after this line. */
export interface LineKey {
  readonly day: string;
  readonly id: string;
}

export interface WordSearch {
  readonly wanted: RegisterWanted;
  readonly words: SearchedWords;
  readonly after: LineKey | undefined;
  readonly count: number;
}

interface Found {
  /** Lines that were read; fewer than the bound means that there are no others. */
  readonly read: number;
  /** The latest of those that have the words. */
  readonly ids: readonly string[];
}

/** [own] Lines that are read in their order before the index is asked: what many lines have is among them. */
const linesRead = 1000;
/** [own] Lines that are taken out of the index to be put in order. */
const linesOrdered = 5000;

/**
 * Finds the latest lines of the register that have some words. No plan serves words of all kinds: those that many lines
 * have are met soon when the lines are read in their order; those that few have, also words that are common and never
 * together, are looked up in the index and put in order. What is in many lines, but not in the latest, is found month
 * by month. Each step is bounded, so that no search reads the whole register.
 */
@Injectable()
export class RegisterSearch {
  constructor(private readonly database: Database) {}

  /** Their ids, the latest first. */
  async execute(search: WordSearch): Promise<readonly string[]> {
    const latest = await this.amongLatest(search);
    if (latest.ids.length === search.count || latest.read < linesRead) {
      return latest.ids;
    }
    const { year, from, to } = search.wanted;
    const months = monthsBetween(year, from, search.after?.day ?? to);
    const indexed = await this.indexed(search, months);
    return indexed.read <= linesOrdered ? indexed.ids : this.byMonth(search, months);
  }

  private async byMonth(search: WordSearch, months: readonly number[]): Promise<string[]> {
    const ids: string[] = [];
    for (const month of months) {
      const rest = { ...search, count: search.count - ids.length };
      const indexed = await this.indexed(rest, [month]);
      ids.push(...(indexed.read <= linesOrdered ? indexed.ids : await this.inOrder(ofMonth(rest, month))));
      if (ids.length === search.count) {
        break;
      }
    }
    return ids;
  }

  private async amongLatest({ wanted, words, after, count }: WordSearch): Promise<Found> {
    const { sql, values } = afterKey(conditionsBesideWords(wanted), after);
    const text = textHasWords(words, values.length + 2);
    return this.find(
      `WITH line AS MATERIALIZED (
         SELECT id, day, search_text FROM outgoing_entries WHERE ${sql} ORDER BY day DESC, id DESC LIMIT ${linesRead}),
       found AS (SELECT id, day FROM line WHERE ${text.sql})
       ${latestOf('line', `$${values.length + 1}`)}`,
      [...values, count, ...text.values],
    );
  }

  /** For what is in so many lines that some are met soon. */
  private async inOrder({ wanted, words, after, count }: WordSearch): Promise<readonly string[]> {
    const { sql, values } = afterKey(conditionsBesideWords(wanted), after);
    const text = textHasWords(words, values.length + 2);
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM outgoing_entries WHERE ${sql} AND ${text.sql} ORDER BY day DESC, id DESC LIMIT $${values.length + 1}`,
      [...values, count, ...text.values],
    );
    return rows.map(({ id }) => id);
  }

  private async indexed({ wanted, words, after, count }: WordSearch, months: readonly number[]): Promise<Found> {
    const { sql, values } = afterKey(withWords(wanted, words, months), after);
    // Taken out before they are ordered, or the planner reads the whole year in its order for a few lines.
    return this.find(
      `WITH found AS MATERIALIZED (
         SELECT id, day FROM outgoing_entries WHERE ${sql} LIMIT ${linesOrdered + 1})
       ${latestOf('found', `$${values.length + 1}`)}`,
      [...values, count],
    );
  }

  private async find(sql: string, values: readonly unknown[]): Promise<Found> {
    const [found] = await this.database.query<Found>(sql, [...values]);
    return found ?? { read: 0, ids: [] };
  }
}

const latestOf = (read: string, count: string): string => `
  SELECT (SELECT count(*) FROM ${read}) AS read,
         array(SELECT id FROM found ORDER BY day DESC, id DESC LIMIT ${count}) AS ids`;

function ofMonth(search: WordSearch, month: number): WordSearch {
  const { year, from = '', to = '9999' } = search.wanted;
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { ...search, wanted: { ...search.wanted, from: from > first ? from : first, to: to < last ? to : last } };
}

/** Adds that a line comes after another one. */
export function afterKey({ sql, values }: Conditions, after: LineKey | undefined): Conditions {
  return after === undefined
    ? { sql, values }
    : {
        sql: `${sql} AND (day, id) < ($${values.length + 1}::date, $${values.length + 2}::uuid)`,
        values: [...values, after.day, after.id],
      };
}

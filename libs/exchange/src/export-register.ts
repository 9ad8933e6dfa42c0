import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ExportRegister as Wish, PrintRegister as Print, RegisterEntry } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { OutgoingRegisterQuery } from './outgoing-register.query.js';
import { registerConditions, type RegisterWanted } from './register-conditions.js';

/** Lines of one file [own]: a workbook holds more than the largest agency issues in a year; a PDF, which is laid out, some 1,500 pages. */
const longestExport = { xlsx: 100_000, pdf: 20_000 } as const;
const pageSize = 500;

/** What stands above and below the lines of a printed register. */
export interface RegisterBook {
  readonly agencyName: string;
  readonly parentName: string | null;
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly pages: AsyncIterable<readonly RegisterEntry[]>;
}

/** Gives out what a search in the register finds in the order of the book; the export is on record. */
@Injectable()
export class ExportRegister {
  constructor(
    private readonly database: Database,
    private readonly register: OutgoingRegisterQuery,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `register.export-too-large`. */
  async execute(actor: Actor, { format, ...filter }: Wish): Promise<RegisterBook> {
    const wanted = await this.register.wanted(actor, filter);
    await this.refuseTooLarge(wanted, longestExport[format]);
    const book = await this.book(wanted);
    await this.audit.record(actor, {
      action: 'register.exported',
      objectType: 'outgoing-register',
      objectId: `${wanted.agencyId}/${wanted.year}`,
      data: { ...filter, year: wanted.year, format },
    });
    return book;
  }

  /** Browsers print by themselves: their page says so. @throws DomainError `permission.denied`, `not-found`. */
  async recordPrint(actor: Actor, print: Print): Promise<void> {
    const { agencyId, year } = await this.register.wanted(actor, print);
    await this.audit.record(actor, {
      action: 'register.printed',
      objectType: 'outgoing-register',
      objectId: `${agencyId}/${year}`,
    });
  }

  private async book(wanted: RegisterWanted): Promise<RegisterBook> {
    const [agency] = await this.database.query<{ name: string; parentName: string | null }>(
      `SELECT agency.name, parent.name AS "parentName"
         FROM agencies AS agency LEFT JOIN agencies AS parent ON parent.id = agency.parent_id WHERE agency.id = $1`,
      [wanted.agencyId],
    );
    return {
      agencyName: agency?.name ?? '',
      parentName: agency?.parentName ?? null,
      year: wanted.year,
      from: wanted.from ?? null,
      to: wanted.to ?? null,
      pages: this.pages(wanted),
    };
  }

  private async refuseTooLarge(wanted: RegisterWanted, max: number): Promise<void> {
    const { sql, values } = registerConditions(wanted);
    const [found] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM outgoing_entries WHERE ${sql} LIMIT ${max + 1}) AS entry`,
      values,
    );
    if ((found?.count ?? 0) > max) {
      throw new DomainError('register.export-too-large', { max });
    }
  }

  private async *pages(wanted: RegisterWanted): AsyncGenerator<readonly RegisterEntry[]> {
    let page: readonly RegisterEntry[] = [];
    do {
      page = await this.register.inBookOrder(wanted, page.at(-1), pageSize);
      yield page;
    } while (page.length === pageSize);
  }
}

import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor, ExportIncomingRegister as Wish, IncomingEntry, PrintIncomingRegister as Print } from '#contracts';
import { DomainError } from '#kernel';
import { Database } from '#platform';
import { IncomingRegisterQuery, type IncomingWanted } from './incoming-register.query.js';

/** Lines of one file [own]: as of the outgoing register. */
const longestExport = { xlsx: 100_000, pdf: 20_000 } as const;
const pageSize = 500;

/** What stands above and below the lines of a printed register. */
export interface IncomingRegisterBook {
  readonly agencyName: string;
  readonly parentName: string | null;
  readonly year: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly pages: AsyncIterable<readonly IncomingEntry[]>;
}

/** Gives out what is asked for of the incoming register in the order of the book; the export is on record. */
@Injectable()
export class ExportIncomingRegister {
  constructor(
    private readonly database: Database,
    private readonly register: IncomingRegisterQuery,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `permission.denied`, `not-found`, `register.export-too-large`. */
  async execute(actor: Actor, { book, format, ...filter }: Wish): Promise<IncomingRegisterBook> {
    const wanted = this.register.wanted(actor, filter);
    const max = longestExport[format];
    if ((await this.register.count(wanted, max + 1)) > max) {
      throw new DomainError('register.export-too-large', { max });
    }
    const [agency] = await this.database.query<{ name: string; parentName: string | null }>(
      `SELECT agency.name, parent.name AS "parentName"
         FROM agencies AS agency LEFT JOIN agencies AS parent ON parent.id = agency.parent_id WHERE agency.id = $1`,
      [wanted.agencyId],
    );
    await this.audit.record(actor, {
      action: 'incoming-register.exported',
      objectType: 'incoming-register',
      objectId: `${wanted.agencyId}/${wanted.year}`,
      data: { ...filter, year: wanted.year, book, format },
    });
    return {
      agencyName: agency?.name ?? '',
      parentName: agency?.parentName ?? null,
      year: wanted.year,
      from: wanted.from ?? null,
      to: wanted.to ?? null,
      pages: this.pages(wanted),
    };
  }

  /** Browsers print by themselves: their page says so. @throws DomainError `permission.denied`, `not-found`. */
  async recordPrint(actor: Actor, { book, ...print }: Print): Promise<void> {
    const { agencyId, year } = this.register.wanted(actor, print);
    await this.audit.record(actor, {
      action: 'incoming-register.printed',
      objectType: 'incoming-register',
      objectId: `${agencyId}/${year}`,
      data: { book },
    });
  }

  private async *pages(wanted: IncomingWanted): AsyncGenerator<readonly IncomingEntry[]> {
    let page: readonly IncomingEntry[] = [];
    do {
      page = await this.register.inBookOrder(wanted, page.at(-1)?.number ?? 0, pageSize);
      yield page;
    } while (page.length === pageSize);
  }
}

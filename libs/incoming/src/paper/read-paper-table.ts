import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  isPermitted,
  otherPaperColumnWords,
  type PaperColumn,
  paperColumns,
  paperColumnWords,
  type PaperFaultCode,
  type PaperLine,
} from '#contracts';
import { Cells, type FileFault, readTable } from '#directory';
import { Clock, dayOf, DomainError, foldVietnamese } from '#kernel';
import { Database } from '#platform';

export type PaperFault = FileFault<PaperColumn, PaperFaultCode>;

interface ReadLine extends Omit<PaperLine, 'faults'> {
  readonly faults: readonly PaperFault[];
}

/** What a file of a morning’s post says. */
export interface ReadPaperTable {
  readonly lines: readonly ReadLine[];
  /** Of the headers. */
  readonly faults: readonly PaperFault[];
}

/** A morning’s post; more is not looked through on a screen. */
const limits = { csv: 501, xlsx: 501 };
const longest = { issuer: 200, symbol: 100, subject: 500 } as const;
const mostPages = 9999;

const columns = {
  names: paperColumns,
  required: ['issuer', 'symbol', 'issuedOn', 'type', 'subject'],
  words: paperColumnWords,
  otherWords: otherPaperColumnWords,
} as const;

/** Reads a file of paper that came, for the clerk to look through and register; writes nothing. */
@Injectable()
export class PaperTableReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `permission.denied`, what `readTable` refuses, and what the reading of `content` throws. */
  async execute(actor: Actor, content: AsyncIterable<Buffer>): Promise<ReadPaperTable> {
    if (!isPermitted(actor, 'arrival:receive')) {
      throw new DomainError('permission.denied');
    }
    const types = await this.types();
    const readRow = (row: number, cells: readonly string[], places: ReadonlyMap<PaperColumn, number>) => {
      const said = lineOf(row, new Cells<PaperColumn, PaperFaultCode>(row, cells, places, longest), types);
      return { said, faults: said.faults };
    };
    const { rows, faults } = await readTable(await buffer(content), { columns, limits, readRow });
    const agencies = await this.agencies(rows.map(({ issuer }) => issuer.name));
    const lines = rows.map((line) => ({
      ...line,
      issuer: agencies.get(foldVietnamese(line.issuer.name)) ?? line.issuer,
    }));
    return { lines, faults: faults.filter(({ row }) => row === 1) };
  }

  private async types(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ code: string; name: string; abbreviation: string | null }>(
      'SELECT code, name, abbreviation FROM document_types ORDER BY position DESC',
    );
    return new Map(
      rows.flatMap(({ code, name, abbreviation }) =>
        [abbreviation, name, code].flatMap((word) =>
          word === null || word === '' ? [] : [[foldVietnamese(word), code] as const],
        ),
      ),
    );
  }

  /** Agencies that are named by their whole name or their code. */
  private async agencies(named: readonly string[]): Promise<ReadonlyMap<string, PaperLine['issuer']>> {
    const rows = await this.database.query<{ id: string; code: string; name: string }>(
      `SELECT id, code, name FROM agencies
        WHERE (lower(name) = ANY ($1) OR lower(code) = ANY ($1)) AND (valid_to IS NULL OR valid_to >= $2)
        ORDER BY code DESC`,
      [named.map((name) => name.toLowerCase()), dayOf(this.clock.now())],
    );
    return new Map(
      rows.flatMap(({ id, code, name }) =>
        [code, name].map((word) => [foldVietnamese(word), { agencyId: id, name }] as const),
      ),
    );
  }
}

function lineOf(row: number, read: Cells<PaperColumn, PaperFaultCode>, types: ReadonlyMap<string, string>): ReadLine {
  const line = {
    row,
    issuer: { agencyId: null, name: read.required('issuer') },
    symbol: read.required('symbol'),
    issuedOn: requiredDay(read),
    typeCode: typeIn(read, types),
    subject: read.required('subject'),
    pageCount: countIn(read),
    arrivedOn: read.day('arrivedOn') ?? null,
    dueDate: read.day('dueDate') ?? null,
  };
  return { ...line, faults: read.faults };
}

function requiredDay(read: Cells<PaperColumn, PaperFaultCode>): string | null {
  const day = read.day('issuedOn') ?? null;
  if (day === null && read.text('issuedOn') === '') {
    read.fault('issuedOn', 'required');
  }
  return day;
}

function typeIn(read: Cells<PaperColumn, PaperFaultCode>, types: ReadonlyMap<string, string>): string | null {
  const value = read.required('type');
  const code = types.get(foldVietnamese(value));
  if (code === undefined && value !== '') {
    read.fault('type', 'unknown-type', { value: value.slice(0, 100) });
  }
  return code ?? null;
}

function countIn(read: Cells<PaperColumn, PaperFaultCode>): number | null {
  const value = read.text('pageCount') ?? '';
  if (value === '') {
    return null;
  }
  const count = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > mostPages) {
    read.fault('pageCount', 'bad-count', { value: value.slice(0, 100) });
    return null;
  }
  return count;
}

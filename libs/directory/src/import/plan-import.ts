import type { AgencyColumn, AgencyFaultCode } from '#contracts';
import type { ErrorParams } from '#kernel';
import type { DirectorySnapshot, KnownAgency } from './directory-snapshot.js';
import { findCycles } from './find-cycles.js';
import {
  type AddedAgency,
  type ChangedAgency,
  differingFacts,
  type ImportedFacts,
  type ImportPlan,
} from './import-plan.js';
import type { ImportFault, ImportRow, ReadRows } from './import-row.js';
import { inSlices } from './in-slices.js';

/** Compares a file with the directory: what it adds, what it changes, and everything that is wrong with it. */
export async function planImport(read: ReadRows, directory: DirectorySnapshot, today: string): Promise<ImportPlan> {
  const comparison = new Comparison(read.rows, directory, today);
  await inSlices(read.rows, (row) => comparison.take(row));
  await comparison.findTakenCodes102();
  await comparison.findCycles();
  const faults = [...read.faults, ...comparison.faults].toSorted((a, b) => a.row - b.row);
  const { added, changed, unchanged } = comparison;
  return { rowCount: read.rowCount, added, changed, unchanged, faults };
}

interface Held102 {
  readonly row: number;
  readonly code102: string;
  readonly name: string;
}

class Comparison {
  readonly added: AddedAgency[] = [];
  readonly changed: ChangedAgency[] = [];
  readonly faults: ImportFault[] = [];
  unchanged = 0;
  private readonly rowOf = new Map<string, number>();
  private readonly kept102: Held102[] = [];
  private readonly taken102: Held102[] = [];

  constructor(
    rows: readonly ImportRow[],
    private readonly directory: DirectorySnapshot,
    private readonly today: string,
  ) {
    for (const { code, row } of rows) {
      this.rowOf.set(code, this.rowOf.get(code) ?? row);
    }
  }

  take(said: ImportRow): void {
    const known = this.directory.byCode.get(said.code);
    const firstRow = this.rowOf.get(said.code);
    if (firstRow !== undefined && firstRow !== said.row) {
      this.fault(said, 'code', 'code-twice', { code: said.code, row: firstRow });
      return;
    }
    const facts = factsOf(said, known);
    this.noteCode102(said, facts, known);
    this.checkParent(said, facts, known);
    if (known === undefined) {
      this.add(said, facts);
      return;
    }
    this.change(said, facts, known);
  }

  /** Over the directory as it would be: an agency may take the code that another gives up in the same file. */
  async findTakenCodes102(): Promise<void> {
    const holders = new Map<string, string>();
    await inSlices(this.directory.byCode102, ([code102, { code, name }]) => {
      if (!this.rowOf.has(code)) {
        holders.set(code102, name);
      }
    });
    await inSlices(this.kept102, ({ code102, name }) => holders.set(code102, name));
    await inSlices(this.taken102, ({ row, code102, name }) => {
      const holder = holders.get(code102);
      if (holder !== undefined) {
        this.fault({ row }, 'code102', 'code-taken', { code: code102, name: holder });
      }
      holders.set(code102, name);
    });
  }

  /** Over the directory as it would be. */
  async findCycles(): Promise<void> {
    const parents = new Map<string, string | null>();
    await inSlices(this.directory.byCode.values(), ({ code, parentCode }) => parents.set(code, parentCode));
    await inSlices(this.added, ({ facts }) => parents.set(facts.code, facts.parentCode));
    await inSlices(this.changed, ({ after }) => parents.set(after.code, after.parentCode));
    const cyclic = await findCycles(parents);
    if (cyclic.size === 0) {
      return;
    }
    const check = (row: number, code: string): void => {
      if (cyclic.has(code)) {
        this.fault({ row }, 'parent', 'cycle');
      }
    };
    await inSlices(this.added, ({ row, facts }) => check(row, facts.code));
    await inSlices(this.changed, ({ row, after }) => check(row, after.code));
  }

  private add(said: ImportRow, facts: ImportedFacts): void {
    const former = this.directory.formerCodes.get(said.code);
    if (former !== undefined) {
      this.fault(said, 'code', 'code-taken', { code: said.code, name: former });
    }
    const validFrom = said.validFrom ?? this.today;
    const validTo = said.validTo ?? null;
    if (validTo !== null && validTo < validFrom) {
      this.fault(said, 'validTo', 'bad-day', { value: validTo });
    }
    this.added.push({ row: said.row, facts, validFrom, validTo });
  }

  private change(said: ImportRow, after: ImportedFacts, known: KnownAgency): void {
    for (const day of ['validFrom', 'validTo'] as const) {
      const value = said[day] ?? null;
      if (value !== null && value !== known[day]) {
        this.fault(said, day, 'day-differs', { value: known[day] ?? '–' });
      }
    }
    const { id, version, isClosed, validFrom: _from, validTo: _to, ...before } = known;
    if (differingFacts(before, after).length === 0) {
      this.unchanged += 1;
      return;
    }
    if (isClosed) {
      this.fault(said, null, 'closed', { name: known.name });
    }
    this.changed.push({ row: said.row, id, version, before, after });
  }

  private noteCode102({ row }: ImportRow, { code102, name }: ImportedFacts, known: KnownAgency | undefined): void {
    if (code102 !== null) {
      (code102 === known?.code102 ? this.kept102 : this.taken102).push({ row, code102, name });
    }
  }

  private checkParent(said: ImportRow, { parentCode }: ImportedFacts, known: KnownAgency | undefined): void {
    if (parentCode === null || parentCode === known?.parentCode) {
      return;
    }
    const parent = this.directory.byCode.get(parentCode);
    if (parent === undefined && !this.rowOf.has(parentCode)) {
      this.fault(said, 'parent', 'unknown-parent', { code: parentCode });
    }
    if (parent?.isClosed === true) {
      this.fault(said, 'parent', 'closed-parent', { name: parent.name });
    }
  }

  private fault(
    { row }: { readonly row: number },
    column: AgencyColumn | null,
    code: AgencyFaultCode,
    params: ErrorParams = {},
  ): void {
    this.faults.push({ row, column, code, params });
  }
}

/** A column that the file does not have leaves what is known as it is. */
function factsOf(said: ImportRow, known: KnownAgency | undefined): ImportedFacts {
  const { code, name, abbreviation, level } = said;
  return {
    code,
    code102: unlessSaid(said.code102, known?.code102, null),
    name,
    abbreviation,
    level,
    parentCode: unlessSaid(said.parentCode, known?.parentCode, null),
    address: unlessSaid(said.address, known?.address, ''),
    email: unlessSaid(said.email, known?.email, ''),
    phone: unlessSaid(said.phone, known?.phone, ''),
  };
}

function unlessSaid<Fact>(said: Fact | undefined, known: Fact | undefined, none: Fact): Fact {
  return said === undefined ? (known ?? none) : said;
}

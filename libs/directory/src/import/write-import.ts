import { Injectable } from '@nestjs/common';
import { Audit } from '#audit';
import type { Actor } from '#contracts';
import { DomainError, newId } from '#kernel';
import { Database } from '#platform';
import { AgencyRows } from '../agency-rows.js';
import {
  type AddedAgency,
  type ChangedAgency,
  differingFacts,
  type ImportedFacts,
  type ImportPlan,
} from './import-plan.js';
import { inSlices } from './in-slices.js';

/** Agencies that are written in one statement. */
const batch = 2_000;
/** What stays in the history of an agency when it changes. */
const remembered: ReadonlySet<keyof ImportedFacts> = new Set<keyof ImportedFacts>([
  'name',
  'abbreviation',
  'level',
  'parentCode',
]);

const factColumns = `code text, code102 text, name text, abbreviation text, level text, "parentCode" text,
  address text, email text, phone text`;

/** Writes what an import adds and changes, a few thousand agencies a statement, each of them on record. */
@Injectable()
export class WriteImport {
  constructor(
    private readonly database: Database,
    private readonly rows: AgencyRows,
    private readonly audit: Audit,
  ) {}

  /** Within the transaction of the import. */
  async execute(actor: Actor, { added, changed }: ImportPlan): Promise<void> {
    // Given first, because one that is added may stand under another of the same file.
    const ids = new Map<string, string>();
    await inSlices(added, ({ facts }) => ids.set(facts.code, newId()));
    for (const some of batches(await parentsFirst(added))) {
      await this.add(actor, some, ids);
    }
    for (const some of batches(changed)) {
      await this.change(actor, some);
    }
  }

  private async add(actor: Actor, added: readonly AddedAgency[], ids: ReadonlyMap<string, string>): Promise<void> {
    const records = added.map(({ facts, validFrom, validTo }) => ({
      id: ids.get(facts.code) ?? '',
      facts,
      validFrom,
      validTo,
    }));
    const rows = records.map(({ facts, ...rest }) => ({
      ...rest,
      ...facts,
      parentId: ids.get(facts.parentCode ?? ''),
    }));
    await this.database.query(
      `INSERT INTO agencies (id, code, code102, name, abbreviation, level, parent_id, address, email, phone,
                             valid_from, valid_to)
       SELECT row.id, row.code, row.code102, row.name, row.abbreviation, row.level,
              coalesce(row."parentId", parent.id), row.address, row.email, row.phone, row."validFrom", row."validTo"
         FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, "parentId" uuid, "validFrom" date, "validTo" date,
                                                 ${factColumns})
         LEFT JOIN agencies AS parent ON parent.code = row."parentCode"`,
      [JSON.stringify(rows)],
    );
    await this.audit.record(
      actor,
      ...records.map(({ id, facts, validFrom, validTo }) => ({
        action: 'agency.opened',
        objectType: 'agency',
        objectId: id,
        after: { ...facts, validFrom, validTo },
      })),
    );
  }

  private async change(actor: Actor, changed: readonly ChangedAgency[]): Promise<void> {
    await this.rows.keepPast(
      changed
        .filter(({ before, after }) => differingFacts(before, after).some((fact) => remembered.has(fact)))
        .map(({ id }) => id),
    );
    const rows = changed.map(({ id, version, after }) => ({ ...after, id, version }));
    const { affected } = await this.database.execute(
      `UPDATE agencies AS agency
          SET code102 = row.code102, name = row.name, abbreviation = row.abbreviation, level = row.level,
              parent_id = parent.id, address = row.address, email = row.email, phone = row.phone
         FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, version integer, ${factColumns})
         LEFT JOIN agencies AS parent ON parent.code = row."parentCode"
        WHERE agency.id = row.id AND agency.version = row.version`,
      [JSON.stringify(rows)],
    );
    if (affected !== changed.length) {
      throw new DomainError('file-import.changed-meanwhile');
    }
    await this.audit.record(
      actor,
      ...changed.map(({ id, before, after }) => ({
        action: 'agency.edited',
        objectType: 'agency',
        objectId: id,
        before: { ...before },
        after: { ...after },
      })),
    );
  }
}

/** In the order of their depth: an agency is written when the one above it is there. */
async function parentsFirst(added: readonly AddedAgency[]): Promise<AddedAgency[]> {
  const parentOf = new Map<string, string | null>();
  await inSlices(added, ({ facts }) => parentOf.set(facts.code, facts.parentCode));
  const depths = new Map<string, number>();
  const layers: AddedAgency[][] = [];
  await inSlices(added, (agency) => {
    const way: string[] = [];
    let code: string | null | undefined = agency.facts.code;
    while (typeof code === 'string' && parentOf.has(code) && !depths.has(code)) {
      way.push(code);
      code = parentOf.get(code);
    }
    const above = typeof code === 'string' ? (depths.get(code) ?? 0) : 0;
    way.toReversed().forEach((member, index) => depths.set(member, above + index + 1));
    const depth = depths.get(agency.facts.code) ?? 0;
    layers[depth] = layers[depth] ?? [];
    layers[depth].push(agency);
  });
  return layers.flat();
}

function* batches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += batch) {
    yield items.slice(at, at + batch);
  }
}

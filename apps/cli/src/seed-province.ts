import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AgencyLevel, Role } from '#contracts';
import { AddAgencies } from '#directory';
import { AddPeople } from '#identity';
import { productFolder } from '#platform';
import type { Standalone } from '../../standalone/src/index.js';

const AgencyRow = z.object({
  code: z.string().min(1),
  code102: z.string().min(1),
  name: z.string().min(1),
  abbreviation: z.string().min(1),
  level: AgencyLevel,
  parent: z.string(),
});
export type AgencyRow = z.infer<typeof AgencyRow>;

const PersonRow = z.object({
  agencyCode: z.string().min(1),
  role: Role,
  position: z.string().min(1),
  fullName: z.string().min(1),
  userName: z.string().min(1),
});
export type PersonRow = z.infer<typeof PersonRow>;

export interface Province {
  readonly agencies: readonly AgencyRow[];
  readonly people: readonly PersonRow[];
}

const SampleRow = z.object({
  file: z.string().min(1),
  agencyCode: z.string().min(1),
  typeCode: z.string().min(1),
  subject: z.string().min(1),
});
export type SampleRow = z.infer<typeof SampleRow>;

export const samplesFolder = join(productFolder, 'samples');

async function readRows<Row extends z.ZodType>(file: string, row: Row): Promise<z.infer<Row>[]> {
  const text = await readFile(join(samplesFolder, file), 'utf8');
  const records: unknown = parse(text, { columns: true, skip_empty_lines: true });
  return z.array(row).parse(records);
}

/** The sample documents, with who sends each and what it is about. */
export async function readSamples(): Promise<SampleRow[]> {
  return readRows('documents.csv', SampleRow);
}

/** Hòa Bình of 2017 as it stands in samples/: real names of agencies, invented people. */
export async function readProvince(): Promise<Province> {
  return {
    agencies: await readRows('hoa-binh-2017/agencies.csv', AgencyRow),
    people: await readRows('hoa-binh-2017/people.csv', PersonRow),
  };
}

/**
 * Puts the province and its people into the system; what is there already stays. Everyone gets the same password: that
 * is for demonstrations, and why there is no such thing outside them.
 */
export async function seedProvince(
  server: Pick<Standalone, 'get'>,
  province: Province,
  passwordHash: string,
): Promise<void> {
  await server.get(AddAgencies).execute(
    province.agencies.map(({ parent, ...agency }) => ({ ...agency, parentCode: parent === '' ? null : parent })),
    '2017-01-01',
  );
  await server.get(AddPeople).execute(province.people.map((person) => ({ ...person, passwordHash })));
}

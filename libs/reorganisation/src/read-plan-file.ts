import { Injectable } from '@nestjs/common';
import { PlanFile, WritePlan } from '#contracts';
import { Database, PlainFault } from '#platform';

/** Reads a plan that names agencies by their codes into one that names them by their ids. */
@Injectable()
export class ReadPlanFile {
  constructor(private readonly database: Database) {}

  /** With another day, when one is given. @throws PlainFault when it is no plan, or names a code that nobody has. */
  async execute(text: string, day?: string): Promise<WritePlan> {
    const file = PlanFile.safeParse({ ...parsed(text), ...(day === undefined ? {} : { effectiveOn: day }) });
    if (!file.success) {
      const [issue] = file.error.issues;
      throw new PlainFault(`This is no plan: ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? ''}`);
    }
    const codes = [...new Set(codesIn(file.data.steps))];
    const rows = await this.database.query<{ id: string; code: string }>(
      'SELECT id, code FROM agencies WHERE code = ANY ($1)',
      [codes],
    );
    const ids = new Map(rows.map(({ code, id }) => [code, id]));
    const missing = codes.filter((code) => !ids.has(code));
    if (missing.length > 0) {
      throw new PlainFault(`There is no agency ${missing.join(', ')} in the directory.`);
    }
    return WritePlan.parse({ ...file.data, steps: withIds(file.data.steps, ids) });
  }
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    throw new PlainFault('This is no plan: the file is not JSON.', { cause: error });
  }
}

/** The fields that name an agency; all others are kept as they are. */
function isKey(field: string): boolean {
  return field === 'agencyId' || field === 'agencyIds';
}

function codesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([field, inner]) =>
    isKey(field) ? [inner].flat().map(String) : codesIn(inner),
  );
}

function withIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) {
    return value.map((inner) => withIds(inner, ids));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const idOf = (code: unknown): string | undefined => ids.get(String(code));
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => {
      if (!isKey(field)) {
        return [field, withIds(inner, ids)];
      }
      return [field, Array.isArray(inner) ? inner.map(idOf) : idOf(inner)];
    }),
  );
}

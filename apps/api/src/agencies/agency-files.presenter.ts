import {
  agencyColumns,
  type AgencyColumn,
  agencyColumnWords,
  agencyFaultSentences,
  type AgencyImport,
  agencyLevels,
  agencyLevelWords,
  type Language,
  sentence,
} from '#contracts';
import { columnOfFact, differingFacts, type ExportedAgency, type ImportOutcome } from '#directory';

/** As many as a person reads: the whole count is told beside them. */
const shownFaults = 1_000;
const shownLines = 200;

/** The facts of an agency by the columns of its table. */
type Facts = Omit<ExportedAgency, 'validFrom' | 'validTo'>;

/** The cells of exported agencies in the order of the columns. */
export async function* exportedCells(
  pages: AsyncIterable<readonly ExportedAgency[]>,
  language: Language,
): AsyncGenerator<string[][]> {
  for await (const page of pages) {
    yield page.map((agency) => agencyColumns.map((column) => cellOf(agency, column, language)));
  }
}

/** What came of a file, with its faults in the reader’s language. */
export function presentImport(outcome: ImportOutcome, language: Language): AgencyImport {
  // Both are in the order of the rows.
  const added = outcome.added
    .slice(0, shownLines)
    .map(({ row, facts }) => ({ row, id: null, before: null, after: facts }));
  const lines = [...added, ...outcome.changed.slice(0, shownLines)]
    .toSorted((a, b) => a.row - b.row)
    .slice(0, shownLines);
  return {
    plan: outcome.digest,
    imported: outcome.imported,
    rowCount: outcome.rowCount,
    added: outcome.added.length,
    changed: outcome.changed.length,
    unchanged: outcome.unchanged,
    faultCount: outcome.faults.length,
    faults: outcome.faults.slice(0, shownFaults).map(({ row, column, code, params }) => ({
      row,
      column: column === null ? null : agencyColumnWords[column][language],
      message: sentence(agencyFaultSentences[code][language], { ...params, levels: levels[language] }),
    })),
    lines: lines.map(({ row, id, before, after }) => ({
      row,
      kind: before === null ? 'added' : 'changed',
      agencyId: id,
      code: after.code,
      name: after.name,
      changes: before === null ? [] : changesOf(before, after, language),
    })),
  };
}

const levels: Readonly<Record<Language, string>> = {
  vi: agencyLevels.map((level) => agencyLevelWords[level].vi).join('; '),
  en: agencyLevels.map((level) => agencyLevelWords[level].en).join('; '),
};

function changesOf(before: Facts, after: Facts, language: Language): AgencyImport['lines'][number]['changes'] {
  return differingFacts(before, after).map((fact) => {
    const column = columnOfFact(fact);
    return {
      column: agencyColumnWords[column][language],
      before: fact === 'level' ? agencyLevelWords[before.level][language] : (before[fact] ?? ''),
      after: fact === 'level' ? agencyLevelWords[after.level][language] : (after[fact] ?? ''),
    };
  });
}

function cellOf(agency: ExportedAgency, column: AgencyColumn, language: Language): string {
  switch (column) {
    case 'level':
      return agencyLevelWords[agency.level][language];
    case 'parent':
      return agency.parentCode ?? '';
    case 'code':
    case 'code102':
    case 'name':
    case 'abbreviation':
    case 'address':
    case 'email':
    case 'phone':
    case 'validFrom':
    case 'validTo':
      return agency[column] ?? '';
  }
}

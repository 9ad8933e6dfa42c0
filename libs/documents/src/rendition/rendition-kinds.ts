import type { OfficeEnding } from '#platform';

/** Kinds that LibreOffice turns into pages, with the ending that it knows them by. */
export const officeKinds: ReadonlyMap<string, OfficeEnding> = new Map([
  ['application/msword', 'doc'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

/** Pictures of pages, as scanners make them. */
export const pictureKinds: ReadonlySet<string> = new Set(['image/jpeg', 'image/tiff']);

/** [own] In bytes; more is no document that anybody reads in the page. */
export const largestOriginal = 100 * 1024 * 1024;

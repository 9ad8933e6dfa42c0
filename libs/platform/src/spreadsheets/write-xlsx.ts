import { setImmediate as nextTurn } from 'node:timers/promises';
import { isWritable } from '#contracts';
import { zip } from './zip.js';

export interface Sheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** In the widths of a character. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
  /** For a form that is printed; without it, a plain table. */
  readonly printed?: PrintedSheet;
}

/** What a printed form has around its table: it lies across, with headings and the number of the page on each page. */
export interface PrintedSheet {
  /** Lines above the headings, each from its first column on. */
  readonly above: readonly (readonly string[])[];
  /** A second row of headings. */
  readonly below: readonly string[];
  /** Lines under the table; asked for once all rows are written. */
  readonly foot: () => readonly (readonly string[])[];
  /** In the words of Excel: `Trang &P/&N`. */
  readonly pageWord: string;
}

/**
 * An Excel workbook of one sheet of texts, written while its rows are read: it costs the memory of what is packed.
 * Cells are texts by their type, so nothing in them is ever taken for a formula.
 */
export function writeXlsx(sheet: Sheet): AsyncGenerator<Buffer> {
  return zip([
    { name: '[Content_Types].xml', chunks: [document(contentTypes)] },
    { name: '_rels/.rels', chunks: [document(relations('officeDocument', 'xl/workbook.xml'))] },
    { name: 'xl/workbook.xml', chunks: [document(workbook(sheet))] },
    { name: 'xl/_rels/workbook.xml.rels', chunks: [document(workbookRelations)] },
    { name: 'xl/styles.xml', chunks: [document(styles)] },
    { name: 'xl/worksheets/sheet1.xml', chunks: sheetChunks(sheet) },
  ]);
}

async function* sheetChunks({ headers, widths, rows, printed }: Sheet): AsyncGenerator<Buffer> {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const top = headingRows(headers, printed);
  const fit = printed === undefined ? '' : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield document(
    `<worksheet xmlns="${main}">${fit}<sheetViews><sheetView workbookViewId="0"><pane ySplit="${top.count}" topLeftCell="A${top.count + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${top.xml}`,
  );
  const style = printed === undefined ? '' : ` s="${styleOf.ruled}"`;
  let number = top.count;
  for await (const page of rows) {
    const first = number + 1;
    yield Buffer.from(page.map((cells, index) => row(cells, first + index, style)).join(''));
    number += page.length;
    // Others are served between two pages.
    await nextTurn();
  }
  const foot = (printed?.foot() ?? []).map((cells, index) => row(cells, number + 1 + index, ''));
  yield Buffer.from(`${foot.join('')}</sheetData>${printed === undefined ? '' : pageSetUp(printed)}</worksheet>`);
}

function headingRows(headers: readonly string[], printed: PrintedSheet | undefined): { xml: string; count: number } {
  if (printed === undefined) {
    return { xml: row(headers, 1, ` s="${styleOf.bold}"`), count: 1 };
  }
  const { above, below } = printed;
  const heading = ` s="${styleOf.heading}"`;
  const lines = above.map((cells, index) => row(cells, index + 1, ` s="${styleOf.bold}"`));
  const rows = [...lines, row(headers, above.length + 1, heading), row(below, above.length + 2, heading)];
  return { xml: rows.join(''), count: rows.length };
}

/** A4 (paper 9) across, as wide as the page and as long as it gets. */
function pageSetUp({ pageWord }: PrintedSheet): string {
  return `<pageMargins left="0.6" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;R${escaped(pageWord)}</oddFooter></headerFooter>`;
}

function row(cells: readonly string[], number: number, style: string): string {
  // An empty cell without a look of its own is none, so that a long line reads on over it.
  const written = cells.map((cell, index) =>
    cell === '' && style === ''
      ? ''
      : `<c r="${letters[index]}${number}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
  );
  return `<row r="${number}">${written.join('')}</row>`;
}

/** The names of the columns; no sheet of ours has more. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

/** Most cells: nothing in them has to be written in another way. */
const harmless = /^[^&<>_\p{Cc}\p{Cs}]*$/u;

/** Text as XML, without the characters that XML has no way to write; `_x0041_` would be read as an `A`. */
function escaped(text: string): string {
  if (harmless.test(text)) {
    return text;
  }
  const writable = isWritable(text) ? text : Array.from(text).filter(isWritable).join('');
  return writable
    .replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function document(xml: string): Buffer {
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
}

function relations(type: string, target: string): string {
  return `<Relationships xmlns="${packages}/relationships">${relation(1, type, target)}</Relationships>`;
}

const workbookRelations = `<Relationships xmlns="${packages}/relationships">${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'styles', 'styles.xml')}</Relationships>`;

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`;

function workbook({ name, headers, printed }: Sheet): string {
  const sheetName = escaped(name).replaceAll('"', '&quot;');
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/></sheets>${printed === undefined ? '' : repeatedRows(name, headingRows(headers, printed).count)}</workbook>`;
}

/** The two rows of headings stand on every page. */
function repeatedRows(name: string, last: number): string {
  const sheet = escaped(name.replaceAll("'", "''"));
  return `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${sheet}'!$${last - 1}:$${last}</definedName></definedNames>`;
}

const styleOf = { bold: 1, ruled: 2, heading: 3 } as const;

/** All cells are text (format 49), so that Excel keeps zeros at the front; ruled ones break their lines. */
const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border/><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" borderId="1" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" borderId="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs></styleSheet>`;

import { setImmediate as nextTurn } from 'node:timers/promises';
import { isWritable } from '#contracts';
import { zip } from './zip.js';

export interface Sheet {
  readonly name: string;
  readonly headers: readonly string[];
  /** In the widths of a character. */
  readonly widths: readonly number[];
  readonly rows: AsyncIterable<readonly (readonly string[])[]>;
}

/**
 * An Excel workbook of one sheet of texts, written while its rows are read: it costs the memory of what is packed.
 * Cells are texts by their type, so nothing in them is ever taken for a formula.
 */
export function writeXlsx(sheet: Sheet): AsyncGenerator<Buffer> {
  return zip([
    { name: '[Content_Types].xml', chunks: [document(contentTypes)] },
    { name: '_rels/.rels', chunks: [document(relations('officeDocument', 'xl/workbook.xml'))] },
    { name: 'xl/workbook.xml', chunks: [document(workbook(sheet.name))] },
    { name: 'xl/_rels/workbook.xml.rels', chunks: [document(workbookRelations)] },
    { name: 'xl/styles.xml', chunks: [document(styles)] },
    { name: 'xl/worksheets/sheet1.xml', chunks: sheetChunks(sheet) },
  ]);
}

async function* sheetChunks({ headers, widths, rows }: Sheet): AsyncGenerator<Buffer> {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  yield document(
    `<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${row(headers, 1, ' s="1"')}`,
  );
  let number = 1;
  for await (const page of rows) {
    const first = number + 1;
    yield Buffer.from(page.map((cells, index) => row(cells, first + index, '')).join(''));
    number += page.length;
    // Others are served between two pages.
    await nextTurn();
  }
  yield Buffer.from('</sheetData></worksheet>');
}

function row(cells: readonly string[], number: number, style: string): string {
  const written = cells.map(
    (cell, index) =>
      `<c r="${letters[index]}${number}" t="inlineStr"${style}><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`,
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

function workbook(name: string): string {
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name).replaceAll('"', '&quot;')}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** Style 1 is the bold of the headers; all cells are text (format 49), so that Excel keeps zeros at the front. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`;

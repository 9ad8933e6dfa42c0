import { utils, write } from 'cfb';
import { zipFile, type ZipEntry } from './zip-file.js';

const document = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const words = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const cells = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The list of types with one part besides the plain ones. */
export function contentTypesOf(partName: string, type: string): ZipEntry {
  const content = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="${partName}" ContentType="${type}"/></Types>`;
  return { name: '[Content_Types].xml', content };
}

function relationsTo(target: string): ZipEntry {
  const content = `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${officeRelations}/officeDocument" Target="${target}"/></Relationships>`;
  return { name: '_rels/.rels', content };
}

/** A Word file with one line; parts of the same name take the place of its own. */
export function docxFile(line: string, parts: readonly ZipEntry[] = []): Buffer {
  return packageOf(parts, [
    contentTypesOf('/word/document.xml', document),
    relationsTo('word/document.xml'),
    {
      name: 'word/document.xml',
      content: `<w:document xmlns:w="${words}"><w:body><w:p><w:r><w:t>${line}</w:t></w:r></w:p></w:body></w:document>`,
    },
  ]);
}

/** A workbook with one cell. */
export function xlsxFile(cell: string, parts: readonly ZipEntry[] = []): Buffer {
  return packageOf(parts, [
    {
      name: '[Content_Types].xml',
      content: contentTypesOf('/xl/workbook.xml', workbook)
        .content?.toString()
        .replace(
          '</Types>',
          '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
        ),
    },
    relationsTo('xl/workbook.xml'),
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${cells}" xmlns:r="${officeRelations}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${officeRelations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${cells}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${cell}</t></is></c></row></sheetData></worksheet>`,
    },
  ]);
}

function packageOf(own: readonly ZipEntry[], plain: readonly ZipEntry[]): Buffer {
  const replaced = plain.map((part) => own.find(({ name }) => name === part.name) ?? part);
  const plainNames = new Set(plain.map(({ name }) => name));
  return zipFile([...replaced, ...own.filter(({ name }) => !plainNames.has(name))]);
}

/** An old Office file with these streams by their paths. */
export function oldOfficeFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = utils.cfb_new();
  for (const [path, content] of Object.entries(streams)) {
    utils.cfb_add(file, path, Buffer.from(content));
  }
  return Buffer.from(write(file, { type: 'buffer' }) as Uint8Array);
}

/** The head of an old Word text, as far as its flags. */
export function oldWordHead(flags = 0): Buffer {
  const head = Buffer.alloc(512);
  head.writeUInt16LE(0xa5ec, 0);
  head.writeUInt16LE(flags, 10);
  return head;
}

/** A workbook of these records, from their types to their contents. */
export function oldWorkbook(records: readonly (readonly [type: number, content: readonly number[]])[]): Buffer {
  return Buffer.concat(
    records.map(([type, content]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16LE(type, 0);
      head.writeUInt16LE(content.length, 2);
      return Buffer.concat([head, Buffer.from(content)]);
    }),
  );
}

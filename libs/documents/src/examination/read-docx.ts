import { unzip } from '#platform';
import { decodeText } from './decode-text.js';
import type { TextPart } from './text-part.js';
import { Unreadable } from './unreadable.js';
import { propertyLines, xmlLines } from './xml-lines.js';

/** Bytes of XML that a Word file may unpack to: some thirty thousand pages of text. More is a bomb, or no letter. */
const unpackedLimit = 64_000_000;

/** Parts without words of the writer. */
const wordless = /(?:^|\/)(?:styles|settings|webSettings|fontTable|numbering|theme\d*|\[Content_Types\])\.xml$/;

export interface DocxText {
  readonly parts: readonly TextPart[];
  /** Files inside the file, which are not read. */
  readonly embeds: boolean;
}

/**
 * The text of a Word file: its body, headers, footers, notes, comments, drawings and properties.
 *
 * @throws Unreadable `damaged`, also where it unpacks to more than is taken.
 */
export async function readDocx(bytes: Buffer): Promise<DocxText> {
  let embeds = false;
  const isWanted = (name: string): boolean => {
    embeds ||= /(?:^|\/)embeddings\//.test(name);
    return name.endsWith('.xml') && !wordless.test(name);
  };
  const files = await unzip(bytes, isWanted, unpackedLimit).catch((error: unknown) => {
    throw new Unreadable('damaged', error);
  });
  if (![...files.keys()].some((name) => name.startsWith('word/'))) {
    throw new Unreadable('damaged');
  }
  const parts = Array.from(files, ([name, content]) => {
    const xml = decodeText(content);
    const lines = name.startsWith('word/') ? xmlLines(xml) : propertyLines(xml);
    return { place: placeOf(name), number: null, lines };
  });
  return { parts, embeds };
}

function placeOf(name: string): TextPart['place'] {
  if (name === 'word/document.xml') {
    return 'body';
  }
  const [, kind] = /^word\/(header|footer|footnotes|endnotes|comments)/.exec(name) ?? [];
  if (kind === 'header' || kind === 'footer') {
    return kind;
  }
  return kind === undefined ? 'other-part' : 'note';
}

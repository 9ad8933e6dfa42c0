const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Where one thought ends; text boxes lie inside the paragraph that they hang on. */
const paragraph = 'p';
const textOf: ReadonlySet<string> = new Set(['t', 'delText']);
const breaks: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t' };

/**
 * The lines of an Office XML part: its paragraphs, also those in tables, text boxes and drawings, what was struck out
 * but kept, and the letters of a watermark. Read in one pass, whatever the nesting.
 */
export function xmlLines(xml: string): string[] {
  const lines: string[] = [];
  const open: string[] = [''];
  const add = (text: string): void => {
    open[open.length - 1] += text;
  };
  const close = (): void => {
    for (const line of (open.pop() ?? '').split('\n')) {
      lines.push(line);
    }
  };
  let isText = false;
  for (const { text, tag } of tokensOf(xml)) {
    if (text !== '' && isText) {
      add(decoded(text));
    }
    const { name, isEnd, isEmpty } = partsOf(tag);
    isText = textOf.has(name) && !isEnd && !isEmpty;
    const isParagraph = name === paragraph && !isEmpty;
    if (isParagraph && !isEnd) {
      open.push('');
    }
    if (isParagraph && isEnd && open.length > 1) {
      close();
    }
    add(breakOf(name, isEnd));
    if (name === 'textpath') {
      lines.push(watermarkOf(tag));
    }
  }
  while (open.length > 0) {
    close();
  }
  return lines;
}

/** The text of every element as a line of its own: what the properties of a file say. */
export function propertyLines(xml: string): string[] {
  return [...tokensOf(xml)].map(({ text }) => decoded(text).trim()).filter((text) => text !== '');
}

/** Each tag, and the text before it. */
function* tokensOf(xml: string): Generator<{ text: string; tag: string }> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const end = start === -1 ? -1 : xml.indexOf('>', start);
    if (end === -1) {
      return;
    }
    yield { text: xml.slice(at, start), tag: xml.slice(start + 1, end) };
    at = end + 1;
  }
}

function partsOf(tag: string): { name: string; isEnd: boolean; isEmpty: boolean } {
  const isEnd = tag.startsWith('/');
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '';
  return { name, isEnd, isEmpty: tag.endsWith('/') };
}

function breakOf(name: string, isEnd: boolean): string {
  return isEnd ? '' : (breaks[name] ?? '');
}

function watermarkOf(tag: string): string {
  return decoded(/\sstring=(?:"([^"]*)"|'([^']*)')/.exec(tag)?.slice(1).join('') ?? '');
}

export function decoded(text: string): string {
  return text.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(String(hex), 16);
    if (name !== undefined) {
      return entities[String(name)] ?? whole;
    }
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}

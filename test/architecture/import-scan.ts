/** How a file reaches another one: at start-up, for its types alone, or when the code runs. */
export type ImportKind = 'static' | 'type' | 'dynamic';

export interface ImportStatement {
  readonly specifier: string;
  readonly kind: ImportKind;
  readonly line: number;
}

/**
 * Strings are matched before comments, so that `'https://…'` is no comment; a template may hold anything. A regular
 * expression with a quote in it can blank too much of its own line, which hides a breach but never invents one.
 */
const TOKENS = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

const IMPORTS: readonly RegExp[] = [
  /(?:^|[;}\n])\s*(?:import|export)\s+(?<type>type\s)?[\w*\s{},$]*?\bfrom\s*(?<quote>['"])(?<specifier>[^'"\n]+)\k<quote>/g,
  /(?:^|[;}\n])\s*import\s*(?<quote>['"])(?<specifier>[^'"\n]+)\k<quote>/g,
  /\bimport\s*\(\s*(?<quote>['"])(?<specifier>[^'"\n]+)\k<quote>/g,
];
const KINDS: readonly ImportKind[] = ['static', 'static', 'dynamic'];

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');

/** The text without its comments, every line where it was. */
export function withoutComments(text: string): string {
  return text.replaceAll(TOKENS, (token) => (token.startsWith('/') ? blank(token) : token));
}

const withoutWords = (literal: string): string => {
  const quote = literal.charAt(0);
  const inside = literal.slice(1, -1);
  return quote === '`'
    ? `${quote}${inside.replaceAll(/\$\{[^}]*\}|[^\n]/g, (part) => (part.length > 1 ? part : ' '))}${quote}`
    : `${quote}${blank(inside)}${quote}`;
};

/** The text without its comments and without what its strings say, every line where it was; `${…}` stays: it is code. */
export function codeOnly(text: string): string {
  return text.replaceAll(TOKENS, (token) => (token.startsWith('/') ? blank(token) : withoutWords(token)));
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

/** Every import and re-export of a TypeScript text. */
export function scanImports(text: string): ImportStatement[] {
  const code = withoutComments(text);
  return IMPORTS.flatMap((pattern, which) =>
    [...code.matchAll(pattern)].map((match) => {
      const groups = match.groups ?? {};
      const specifier = groups['specifier'] ?? '';
      return {
        specifier,
        kind: groups['type'] === undefined ? (KINDS[which] ?? 'static') : 'type',
        line: lineAt(code, match.index + match[0].lastIndexOf(specifier)),
      };
    }),
  ).toSorted((a, b) => a.line - b.line);
}

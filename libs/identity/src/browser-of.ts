/** In the order in which they are told apart: most browsers also name those that they descend from. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Cốc Cốc', /coc_coc_browser\//i],
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Zalo', /\bZalo\b/],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
];

const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

interface BrowserWords {
  readonly browser: string | null;
  readonly system: string | null;
}

/** What a browser says of itself, in the two words by which people know their devices; null where it does not say. */
export function browserOf(userAgent: string): BrowserWords {
  const named = (known: typeof browsers): string | null =>
    known.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null;
  return { browser: named(browsers), system: named(systems) };
}

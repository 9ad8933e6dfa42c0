import type { SecrecyLevel } from '#contracts';

/** A mark of secrecy in a text: which line it begins at, what stands there, and by which rule it was found. */
export interface FoundStamp {
  readonly level: SecrecyLevel;
  /** Counted from 0. */
  readonly line: number;
  readonly text: string;
  readonly rule: 'stamp' | 'label' | 'number';
}

/**
 * The letters of the three levels as they are found in texts: with all marks, with some lost on the way through an old
 * scanner, without any, and as the fonts before Unicode keep them (TCVN3 `mËt`, VNI `MAÄT`). “MẤT” and “MẮT” are other
 * words.
 */
const mat = 'M(?:[AÂẠẬË]|AÄ)T';
const toi = 'T(?:[OÔÓỐÈ]|OÁ)I';
const tuyet = 'TUY(?:[EÊẸỆÖ]|EÄ)T';
const levels = new RegExp(`^(?:(?:${toi}|${tuyet})?${mat})+$`, 'iu');
const eachLevel = new RegExp(`(?:${toi}|${tuyet})?${mat}`, 'giu');
const higher = new RegExp(`^(?:${toi}|${tuyet})$`, 'iu');
const topSecret = new RegExp(`^${tuyet}`, 'iu');
const secret = new RegExp(`^${toi}`, 'iu');
/** A font before Unicode whose capitals are kept as small letters. */
const smallCapitals = /^(?:tèi|tuyÖt)?mËt$/u;

const label = new RegExp(
  `^(?:DẤU\\s+)?(?:(?:MỨC|CẤP)\\s+)?(?:[ĐD][OÔỌỘ]|ÑOÄ|§é|MỨC|CẤP)\\s*(?:BẢO\\s+)?(?:M\\s*(?:[AÂẠẬË]|AÄ)\\s*T)\\s*[:.=\\-–—]?\\s*(?<rest>.*)$`,
  'iu',
);

/** Lines up to which two parts of a stamp belong together, empty ones between them. */
const nearLines = 4;

/** The first part of a stamp in two parts is “Mức độ bảo mật của văn bản:” at most. */
const longestPart = 40;

/** What may stand on the line of a stamp beside it: how urgent it is, which copy, which page. */
const companions = /(?:h(?:ỏa|oả)\s+tốc(?:\s+hẹn\s+giờ)?|thượng\s+khẩn|khẩn|bản\s+số|trang)/giu;

/** Whether a closer look is worth its time: most lines of a long text end here. */
const worthLooking = /M[^\p{L}]*(?:[AÂẠẬË]|AÄ)[^\p{L}]*T|S[ỐÔO]\s*[:.\d]/iu;

/** A number at the beginning of a line, or the place for it, and what follows it up to the next words. */
const numberLine =
  /^S[ỐÔOốôo]\s*[:.]?\s*(?:\d{1,6}(?<glued>TuM|TUM|TM|M)?(?![\p{L}\d])|[.…_\s]*(?=[-/]))\s*(?<symbol>(?:\s*[-/(]\s*[\p{L}\d.&]+\s*\)?)*)/u;

const marksOfNumber: Readonly<Record<string, SecrecyLevel>> = {
  M: 'confidential',
  TM: 'secret',
  TUM: 'top-secret',
};

/**
 * Finds the marks that a classified document carries (Law on the protection of state secrets, Art. 3 and 10; forms of
 * Circular 24/2020/TT-BCA): a stamp as a line of its own, the same behind “Độ mật:”, or a number with the secret mark.
 * What the rules look like is our own decision, because a stamp is made for eyes: [own]
 *
 * - A line of its own holds nothing else but brackets, dashes, the urgency, the number of the copy; its letters may be
 *   spaced, broken over lines or stand one under the other. It begins with a capital: a small “mật” alone is the end
 *   of a sentence that was broken. “BÍ” on the line before makes it one too.
 * - Levels that differ on one line are a list to choose from, not a stamp.
 * - The secret mark is M, TM or TuM as a part of the number between its dashes, strokes or brackets.
 */
export function findStamps(lines: readonly string[]): FoundStamp[] {
  const plain = lines.map(plainText);
  const found: FoundStamp[] = [];
  let line = 0;
  while (line < plain.length) {
    const inParts = oneUnderTheOther(plain, line) ?? overTwoLines(plain, line);
    const stamp = inParts ?? onOneLine(plain, line);
    if (stamp !== undefined) {
      found.push(stamp);
    }
    line = inParts === undefined ? line + 1 : nextLine(plain, line) + 1;
  }
  return found;
}

function onOneLine(lines: readonly string[], line: number): FoundStamp | undefined {
  const whole = lines[line] ?? '';
  if (!worthLooking.test(whole)) {
    return undefined;
  }
  for (const part of new Set([whole, ...whole.split(/\t|\s{3,}|[|;]/u)])) {
    const text = part.trim();
    const numbered = levelOfNumber(text);
    if (numbered !== undefined) {
      return { level: numbered, line, text, rule: 'number' };
    }
    const labelled = levelOfLabel(text);
    if (labelled !== undefined) {
      return { level: labelled, line, text, rule: 'label' };
    }
    const level = levelOf(text);
    if (level !== undefined && startsWithCapital(text) && !endsWithBi(before(lines, line))) {
      return { level, line, text, rule: 'stamp' };
    }
  }
  return undefined;
}

/** “TUYỆT” above “MẬT”, and “Độ mật:” above its level. */
function overTwoLines(lines: readonly string[], line: number): FoundStamp | undefined {
  const first = lines[line] ?? '';
  if (first.length > longestPart) {
    return undefined;
  }
  const isHigher = higher.test(lettersOf(first)) && startsWithCapital(first);
  if (!isHigher && labelRest(first) !== '') {
    return undefined;
  }
  const second = lines[nextLine(lines, line)] ?? '';
  const text = `${first} ${second}`;
  const level = levelOf(isHigher ? text : second);
  return level === undefined ? undefined : { level, line, text, rule: isHigher ? 'stamp' : 'label' };
}

/** M, Ậ, T: a line for each letter. */
function oneUnderTheOther(lines: readonly string[], line: number): FoundStamp | undefined {
  const isLetter = (index: number): boolean => /^\P{L}{0,9}\p{L}\P{L}{0,9}$/u.test(lines[index] ?? '');
  if (!isLetter(line) || isLetter(line - 1)) {
    return undefined;
  }
  let end = line;
  while (isLetter(end)) {
    end += 1;
  }
  const text = lines.slice(line, end).join('');
  const level = levelOf(text);
  return level === undefined || !startsWithCapital(text) ? undefined : { level, line, text, rule: 'stamp' };
}

function levelOf(text: string): SecrecyLevel | undefined {
  const letters = lettersOf(text.replaceAll(companions, ' '));
  if (!levels.test(letters)) {
    return undefined;
  }
  const [level, ...others] = new Set(Array.from(letters.matchAll(eachLevel), ([one]) => levelOfWord(one)));
  return others.length === 0 ? level : undefined;
}

function levelOfWord(word: string): SecrecyLevel {
  if (topSecret.test(word)) {
    return 'top-secret';
  }
  return secret.test(word) ? 'secret' : 'confidential';
}

function levelOfLabel(text: string): SecrecyLevel | undefined {
  const rest = labelRest(text);
  return rest === undefined || rest === '' ? undefined : levelOf(rest);
}

/** What stands behind “Độ mật:” at the beginning of a text. */
function labelRest(text: string): string | undefined {
  return label.exec(text.replace(/^[^\p{L}§]+/u, ''))?.groups?.['rest'];
}

function levelOfNumber(text: string): SecrecyLevel | undefined {
  const groups = numberLine.exec(text)?.groups;
  if (groups === undefined) {
    return undefined;
  }
  const parts = [groups['glued'] ?? '', ...(groups['symbol'] ?? '').split(/[^\p{L}\d]+/u)];
  const mark = parts.find((part) => ['M', 'TM', 'TuM', 'TUM'].includes(part));
  return mark === undefined ? undefined : marksOfNumber[mark.toUpperCase()];
}

/** Letters alone: brackets, dashes, digits, and the spaces between spaced letters fall away. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

function startsWithCapital(text: string): boolean {
  const letters = lettersOf(text);
  return /^\p{Lu}/u.test(letters) || smallCapitals.test(letters);
}

/** The next line that isn’t empty, if one is near; else the one behind. */
function nextLine(lines: readonly string[], line: number): number {
  const distance = lines.slice(line + 1, line + 1 + nearLines).findIndex((text) => text !== '');
  return line + 1 + Math.max(0, distance);
}

function before(lines: readonly string[], line: number): string {
  return lines.slice(Math.max(0, line - nearLines), line).findLast((text) => text !== '') ?? '';
}

/** “… bảo vệ bí / mật nhà nước”, broken in the middle. */
function endsWithBi(text: string): boolean {
  return /(?:^|\P{L})bí$/iu.test(text);
}

const looksLike: Readonly<Record<string, string>> = {
  // Cyrillic and Greek capitals that nobody can tell from ours, and the Icelandic letter that old keyboards put for Đ.
  М: 'M',
  А: 'A',
  Т: 'T',
  О: 'O',
  У: 'Y',
  Е: 'E',
  І: 'I',
  Μ: 'M',
  Α: 'A',
  Τ: 'T',
  Ο: 'O',
  Υ: 'Y',
  Ε: 'E',
  Ι: 'I',
  Ð: 'Đ',
  ð: 'đ',
};
const lookAlikes = new RegExp(`[${Object.keys(looksLike).join('')}]`, 'gu');

/** One way of writing: composed letters, plain spaces, nothing that can’t be seen. */
function plainText(text: string): string {
  return text
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '')
    .normalize('NFKC')
    .replaceAll(lookAlikes, (letter) => looksLike[letter] ?? letter)
    .trim();
}

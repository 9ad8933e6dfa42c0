/** Why a password is easy to guess; each has a sentence under `password.too-weak`. */
export const passwordWeaknesses = [
  'keyboard',
  'repeat',
  'sequence',
  'date',
  'common',
  'word',
  'personal',
  'guessable',
] as const;
export type PasswordWeakness = (typeof passwordWeaknesses)[number];

/** Of zxcvbn’s 0 to 4: at 3, over 10⁸ guesses, argon2id holds even against somebody who stole the database. */
export const leastPasswordScore = 3;

/**
 * Bounds on what judging one password costs, the same on the page and on the server: of a longer one the beginning is
 * judged, and few readings of 4 for a, 3 for e are tried. Unbounded, 200 characters made for it took four seconds.
 */
export const strengthBounds = { maxLength: 50, l33tMaxSubstitutions: 10 } as const;

const marks = /\p{Mn}/gu;

/**
 * The ways in which a guesser would write it: with or without diacritics a word is the same word, and Vietnamese puts
 * a space between syllables, which zxcvbn takes for letters that are hard to guess.
 */
export function guessesAt(password: string): readonly string[] {
  const plain = withoutDiacritics(password);
  return [plain, plain.replaceAll(/[\s._-]+/g, '')];
}

function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replaceAll(marks, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

/** Names taken apart into what a password may be made of: the words, the whole, and its initials. */
export function wordsOf(names: readonly string[]): string[] {
  const found = names.flatMap((name) => {
    const words = withoutDiacritics(name)
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '');
    return [...words, words.join(''), words.map((word) => word[0]).join('')];
  });
  return [...new Set(found)].filter((word) => word.length > 2);
}

const weaknessOfWarning: Readonly<Record<string, PasswordWeakness>> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  wordByItself: 'word',
  namesByThemselves: 'word',
  commonNames: 'word',
  userInputs: 'personal',
};

interface Judged {
  readonly score: number;
  readonly feedback: { readonly warning: string | null };
  readonly sequence: readonly object[];
}

/** Why zxcvbn’s judgement is not good enough; undefined when it is. */
export function weaknessIn({ score, feedback, sequence }: Judged): PasswordWeakness | undefined {
  if (score >= leastPasswordScore) {
    return undefined;
  }
  if (sequence.some((part) => 'dictionaryName' in part && part.dictionaryName === 'userInputs')) {
    return 'personal';
  }
  return weaknessOfWarning[feedback.warning ?? ''] ?? 'guessable';
}

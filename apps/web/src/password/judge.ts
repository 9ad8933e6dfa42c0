import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { guessesAt, likelyWords, type PasswordWeakness, strengthBounds, weaknessIn, wordsOf } from '#contracts';

export interface Judgement {
  /** 0 to 4 */
  readonly score: number;
  readonly weakness: PasswordWeakness | undefined;
}

let factory: Promise<ZxcvbnFactory> | undefined;

/** As the server judges: the weakest of the ways in which a guesser would write it counts. */
export async function judge(password: string, names: readonly string[]): Promise<Judgement> {
  factory ??= loadFactory();
  const known = await factory;
  const results = guessesAt(password.normalize('NFC')).map((guess) => known.check(guess, wordsOf(names)));
  const weakest = results.reduce((worst, result) => (result.score < worst.score ? result : worst));
  return { score: weakest.score, weakness: weaknessIn(weakest) };
}

/** A megabyte of dictionaries, read only while somebody chooses a password: the same that the server takes. */
async function loadFactory(): Promise<ZxcvbnFactory> {
  const [passwords, words, firstNames, graphs] = await Promise.all([
    import('@zxcvbn-ts/language-common/src/passwords.json'),
    import('@zxcvbn-ts/language-en/src/commonWords.json'),
    import('@zxcvbn-ts/language-en/src/firstnames.json'),
    import('@zxcvbn-ts/language-common/src/adjacencyGraphs.json'),
  ]);
  return new ZxcvbnFactory({
    ...strengthBounds,
    dictionary: {
      'passwords-common': passwords.default,
      'commonWords-en': words.default,
      'firstnames-en': firstNames.default,
      'likely-vi': [...likelyWords],
    },
    graphs: { qwerty: graphs.default.qwerty, keypad: graphs.default.keypad },
  });
}

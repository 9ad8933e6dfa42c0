import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';
import * as english from '@zxcvbn-ts/language-en';
import { guessesAt, likelyWords, type PasswordWeakness, strengthBounds, weaknessIn, wordsOf } from '#contracts';

// Megabytes of dictionaries: this module is loaded only while somebody chooses a password.
const factory = new ZxcvbnFactory({
  ...strengthBounds,
  dictionary: { ...common.dictionary, ...english.dictionary, 'likely-vi': [...likelyWords] },
  graphs: { qwerty: common.adjacencyGraphs.qwerty, keypad: common.adjacencyGraphs.keypad },
});

export interface Judgement {
  /** 0 to 4 */
  readonly score: number;
  readonly weakness: PasswordWeakness | undefined;
}

/** As the server judges: the weakest of the ways in which a guesser would write it counts. */
export function judge(password: string, names: readonly string[]): Judgement {
  const results = guessesAt(password.normalize('NFC')).map((guess) => factory.check(guess, wordsOf(names)));
  const weakest = results.reduce((worst, result) => (result.score < worst.score ? result : worst));
  return { score: weakest.score, weakness: weaknessIn(weakest) };
}

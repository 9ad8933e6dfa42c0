import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { guessesAt, likelyWords, strengthBounds, weaknessIn, wordsOf } from '#contracts';
import { DomainError } from '#kernel';

let judge: Promise<ZxcvbnFactory> | undefined;

/**
 * Refuses a password that is easy to guess, also for somebody who knows whose it is.
 *
 * @throws DomainError `password.too-weak` with the reason.
 */
export async function checkStrength(password: string, names: readonly string[]): Promise<void> {
  judge ??= loadJudge();
  const factory = await judge;
  for (const guess of guessesAt(password)) {
    const weakness = weaknessIn(factory.check(guess, wordsOf(names)));
    if (weakness !== undefined) {
      throw new DomainError('password.too-weak', { weakness });
    }
  }
}

/**
 * Its dictionaries are megabytes: read when the first password is chosen, not at every start. They are those that the
 * page loads while one types, so that both judge alike; surnames of the English world are left out for their weight.
 */
async function loadJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  return new Factory({
    ...strengthBounds,
    dictionary: {
      'passwords-common': common.dictionary['passwords-common'],
      'commonWords-en': english.dictionary['commonWords-en'],
      'firstnames-en': english.dictionary['firstnames-en'],
      'likely-vi': [...likelyWords],
    },
    graphs: { qwerty: common.adjacencyGraphs.qwerty, keypad: common.adjacencyGraphs.keypad },
  });
}

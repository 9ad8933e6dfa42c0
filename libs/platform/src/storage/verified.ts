import { createHash } from 'node:crypto';
import { pipeline, Transform, type Readable } from 'node:stream';

import { FileDamaged } from './file-errors.js';

/**
 * The same bytes, followed by an error in place of the end if they do not have this digest: a reader that waits for the
 * end never takes damaged content for whole. Destroying the result destroys the source.
 */
export function verified(stream: Readable, digest: string): Readable {
  const hash = createHash('sha256');
  const checking = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      const actual = hash.digest('hex');
      done(actual === digest ? null : new FileDamaged(digest, actual));
    },
  });
  pipeline(stream, checking, () => undefined);
  return checking;
}

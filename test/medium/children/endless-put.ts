import { LocalFileStore } from '#platform';

/** Puts content without end into the folder given, and says once a good part of it was taken: to be killed. */
const [, , folder] = process.argv;
if (folder === undefined) {
  throw new Error('the folder is missing');
}

async function* endless(): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  for (let taken = 0; ; taken += 1) {
    if (taken === 32) {
      process.stdout.write('writing\n');
    }
    yield chunk;
  }
}

await new LocalFileStore(folder).put(endless());

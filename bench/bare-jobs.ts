import type { QueueBackend } from '#platform';

/** As many as a dispatch of the benchmark has recipients, often enough that the start doesn’t count. */
const rounds = 8;
/** As a worker of the product has it. */
const concurrency = 4;

/** Jobs per second that do nothing, one a recipient, added in one go for each document as BullMQ advises. */
export async function bareJobsPerSecond(backend: QueueBackend, recipients: number): Promise<number> {
  const name = 'bench-bare';
  let done = 0;
  let tell: () => void = () => undefined;
  const allDone = new Promise<void>((resolve) => (tell = resolve));
  const worker = backend.worker(
    name,
    () => {
      done += 1;
      if (done === rounds * recipients) {
        tell();
      }
      return Promise.resolve();
    },
    { concurrency },
  );
  await worker.waitUntilReady();
  const began = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    await backend.queue(name).addBulk(
      Array.from({ length: recipients }, (_none, place) => ({
        name,
        data: { place },
        opts: { removeOnComplete: true },
      })),
    );
  }
  await allDone;
  const perSecond = (rounds * recipients * 1000) / (performance.now() - began);
  await worker.close();
  return perSecond;
}

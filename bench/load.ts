import { median } from './figures.js';

/** Two keep the server of a two-core machine busy while the client has a core for itself. */
const connections = 2;
const warmUpMs = 1_000;
const durationMs = 3_000;

export interface Load {
  readonly perSecond: number;
  readonly medianMs: number;
  /** 99 of 100 were faster. */
  readonly slowMs: number;
}

/** One request after another on each of a few connections: what a server gives when it is never idle. */
export async function measureLoad(ask: () => Promise<void>): Promise<Load> {
  await askFor(warmUpMs, ask);
  const began = performance.now();
  const times = await askFor(durationMs, ask);
  const seconds = (performance.now() - began) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    medianMs: median(sorted),
    slowMs: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

async function askFor(ms: number, ask: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  const end = performance.now() + ms;
  const connection = async (): Promise<void> => {
    for (let began = performance.now(); began < end; began = performance.now()) {
      await ask();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  return times;
}

import { rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { ChildEngine } from './child-engine.js';
import { freePort } from './free-port.js';
import { MissingProgram } from './missing-program.js';
import { findPrograms } from './programs.js';
import { tempFolder } from './temp-folder.js';
import { waitUntil } from './wait-until.js';

export interface TestRedis {
  readonly url: string;
  stop(): Promise<void>;
}

/** Debian's Redis on a free port, keeping nothing on disk. */
export async function startRedis(): Promise<TestRedis> {
  const program = findPrograms().redis;
  if (program === '') {
    throw new MissingProgram('redis-server', 'redis-server');
  }
  const folder = tempFolder('redis');
  const port = await freePort();
  // BullMQ needs keys to stay; without a bound a runaway test would take the machine's memory.
  const memory = ['--maxmemory', '512mb', '--maxmemory-policy', 'noeviction'];
  const nothingOnDisk = ['--dir', folder, '--save', '', '--appendonly', 'no'];
  const address = ['--port', String(port), '--bind', '127.0.0.1'];
  const engine = ChildEngine.spawn(program, [...address, ...nothingOnDisk, ...memory]);
  const stop = async (): Promise<void> => {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await waitUntil(
      'Redis answers PING',
      10_000,
      async () => (await ping(port)) === '+PONG\r\n',
      () => engine.assertRunning(),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

function ping(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString('utf8'));
    });
    socket.once('error', reject);
  });
}

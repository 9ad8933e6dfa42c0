import { createServer, type Server } from 'node:http';
import type { EngineAddresses, EngineName } from './engine-address.js';
import { freePort } from './free-port.js';
import { findPrograms } from './programs.js';

type Started<Name extends EngineName> = Readonly<{ address: EngineAddresses[Name]; stop: () => Promise<void> }>;

// The modules are loaded with the engine: a run of unit tests must not wait for the platform they bring along.
const STARTERS: { [Name in EngineName]: () => Promise<Started<Name>> } = {
  postgres: async () => {
    const { startPostgres } = await import('./postgres.js');
    const { createTemplate } = await import('../template.js');
    const { adminUrl, url, applicationUrl, stop } = await startPostgres();
    try {
      await createTemplate(adminUrl, url, applicationUrl);
    } catch (error) {
      await stop();
      throw error;
    }
    return { address: { adminUrl, url, applicationUrl }, stop };
  },
  redis: async () => {
    const { startRedis } = await import('./redis.js');
    const { url, stop } = await startRedis();
    return { address: { url }, stop };
  },
  s3: async () => {
    const { startS3 } = await import('./s3.js');
    const { endpoint, accessKey, secretKey, stop } = await startS3();
    return { address: { endpoint, accessKey, secretKey }, stop };
  },
};

const NAMES: readonly string[] = Object.keys(STARTERS);

/**
 * Holds the engines of one run. It lives in the main process of the run; test files are processes of their own and ask
 * over loopback for the engine they need, which is then started, once. So a run of a single file does not wait for
 * engines it does not use.
 */
export class EngineHost {
  private readonly started = new Map<EngineName, Promise<Started<EngineName>>>();

  private constructor(
    readonly url: string,
    private readonly server: Server,
  ) {}

  static async open(): Promise<EngineHost> {
    const port = await freePort();
    const server = createServer();
    const host = new EngineHost(`http://127.0.0.1:${port}`, server);
    server.on('request', (request, response) => {
      void host.answer(request.url ?? '').then(({ status, body }) => {
        response
          .writeHead(status, { 'content-type': 'application/json', connection: 'close' })
          .end(JSON.stringify(body));
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return host;
  }

  /** Starts everything this machine has the programs for, without waiting. */
  startAll(): void {
    const { redis, s3 } = findPrograms();
    const names: EngineName[] = ['postgres'];
    if (redis !== '') {
      names.push('redis');
    }
    if (s3) {
      names.push('s3');
    }
    for (const name of names) {
      void this.start(name);
    }
  }

  /** Stops what was started, also what is still starting. */
  async close(): Promise<void> {
    const engines = await Promise.allSettled(this.started.values());
    await Promise.all(engines.map(async (engine) => engine.status === 'fulfilled' && engine.value.stop()));
    await new Promise((resolve) => this.server.close(resolve));
    if (this.started.size > 0) {
      const { removeLeftFolders } = await import('./temp-folder.js');
      await removeLeftFolders();
    }
  }

  /** Starts an engine unless it runs already. A failure stays: the next file would only wait for it again. */
  private start(name: EngineName): Promise<Started<EngineName>> {
    const running = this.started.get(name) ?? STARTERS[name]();
    this.started.set(name, running);
    // Whoever asks hears of a failure; an engine that was started ahead of time may have nobody asking.
    running.catch(() => undefined);
    return running;
  }

  private async answer(path: string): Promise<{ status: number; body: unknown }> {
    const name = path.slice(1);
    if (!isEngineName(name)) {
      return { status: 404, body: `There is no engine "${name}".` };
    }
    try {
      return { status: 200, body: (await this.start(name)).address };
    } catch (error) {
      return { status: 503, body: error instanceof Error ? error.message : String(error) };
    }
  }
}

function isEngineName(name: string): name is EngineName {
  return NAMES.includes(name);
}

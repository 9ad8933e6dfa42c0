import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '#testing';

/** `swallow`: what is asked goes through, the answer is lost. `halfway`: an answer breaks off in its middle. */
export type ProxyMode = 'open' | 'cut' | 'delay' | 'swallow' | 'halfway';

const delayMs = 400;
const halfwayBytes = 600;

/** A line between two programs that can be cut, slowed, or made to lose answers. */
export class Proxy {
  private mode: ProxyMode = 'open';
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly port: number,
    private readonly server: Server,
    private readonly target: () => number,
  ) {}

  /** @param target the port behind it, which may be another after a restart. */
  static async open(target: () => number): Promise<Proxy> {
    const port = await freePort();
    const server = createServer();
    const proxy = new Proxy(port, server, target);
    server.on('connection', (socket) => proxy.join(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  set(mode: ProxyMode): void {
    this.mode = mode;
    if (mode === 'cut') {
      this.endAll();
    }
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.endAll();
    await closed;
  }

  private endAll(): void {
    for (const socket of this.sockets) {
      socket.destroy();
    }
  }

  private join(near: Socket): void {
    if (this.mode === 'cut') {
      near.destroy();
      return;
    }
    const far = connect({ port: this.target(), host: '127.0.0.1' });
    this.keep(near, far);
    this.keep(far, near);
    this.forward(near, far, () => this.mode === 'delay', undefined);
    this.forward(far, near, () => this.mode === 'delay', this.breaker(near, far));
  }

  private keep(socket: Socket, other: Socket): void {
    socket.setNoDelay(true);
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      other.destroy();
    });
  }

  /** In order, with the socket waiting while a piece is under way. */
  private forward(
    from: Socket,
    to: Socket,
    isSlow: () => boolean,
    broken: ((chunk: Buffer) => boolean) | undefined,
  ): void {
    const pass = async (chunk: Buffer): Promise<void> => {
      from.pause();
      if (isSlow()) {
        await delay(delayMs);
      }
      if (broken?.(chunk) !== true && !to.destroyed && !to.write(chunk)) {
        await new Promise<void>((resolve) => {
          to.once('drain', resolve);
          to.once('close', resolve);
        });
      }
      from.resume();
    };
    from.on('data', (chunk: Buffer) => void pass(chunk));
    from.on('end', () => to.end());
  }

  /** Says of a piece of an answer whether it was lost; the line breaks with it. */
  private breaker(near: Socket, far: Socket): (chunk: Buffer) => boolean {
    return (chunk) => {
      if (this.mode !== 'swallow' && this.mode !== 'halfway') {
        return false;
      }
      if (this.mode === 'halfway') {
        near.write(chunk.subarray(0, Math.min(halfwayBytes, Math.floor(chunk.length / 2))));
      }
      near.end();
      far.destroy();
      return true;
    };
  }
}

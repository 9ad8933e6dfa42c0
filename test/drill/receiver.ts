import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { DeliveryMessage, RecallMessage } from '#contracts';
import { isSignedWebhook } from '#platform';
import type { SeededRandom } from './random.js';

type Kept = DeliveryMessage['data'];

const lateMs = 2_500;

/**
 * The e-office system of an agency, which works badly: of its answers some are lost after it has kept the document, some
 * say that it can’t now, and all others come late or twice. What it keeps goes to a file before it answers, by delivery id, for ever.
 */
export class DrillReceiver {
  /** By delivery id, as last sent: the links of the last try work longest. */
  readonly kept = new Map<string, Kept>();
  /** By delivery id. */
  readonly givenBack = new Set<string>();
  readonly faults = { lost: 0, late: 0, twice: 0, busy: 0, repeated: 0, unsigned: 0, conflicts: 0 };
  secret = '';

  private constructor(
    readonly agencyCode: string,
    private readonly server: Server,
    private readonly random: SeededRandom,
    private readonly file: string,
  ) {}

  static async open(agencyCode: string, random: SeededRandom, file: string): Promise<DrillReceiver> {
    const server = createServer();
    const receiver = new DrillReceiver(agencyCode, server, random, file);
    server.on('request', (request, response) => void receiver.take(request, response).catch(() => response.destroy()));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/nhan-van-ban`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => {
      this.server.close(resolve);
    });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await textOf(request);
    if (!isSignedWebhook(request.headers as Record<string, string>, body, this.secret, new Date())) {
      this.faults.unsigned += 1;
      answer(response, 401, { code: 'not-signed' });
      return;
    }
    const mood = this.random.next();
    if (mood < 0.1) {
      this.faults.busy += 1;
      answer(response, 503, {});
      return;
    }
    const recall = RecallMessage.safeParse(JSON.parse(body));
    const said = recall.success
      ? this.giveBack(recall.data.data)
      : this.receive(DeliveryMessage.parse(JSON.parse(body)).data);
    if (said === undefined) {
      answer(response, 409, { code: 'digest-conflict' });
      return;
    }
    if (mood < 0.2) {
      this.faults.lost += 1;
      response.destroy();
      return;
    }
    if (mood < 0.5) {
      this.faults.late += 1;
      await delay(lateMs);
      answer(response, 200, said);
    } else {
      this.faults.twice += 1;
      answerTwice(response, said);
    }
  }

  private receive(data: Kept): object | undefined {
    const { deliveryId, digest } = data;
    return this.keep(data) ? { deliveryId, digest, state: 'arrived' } : undefined;
  }

  /** Nobody here registers anything: all that is asked for goes back. */
  private giveBack({ requestId, deliveryId }: RecallMessage['data']): object {
    this.givenBack.add(deliveryId);
    return { requestId, state: 'taken-back' };
  }

  /** Whether it is new, or known with this digest. */
  private keep(data: Kept): boolean {
    const known = this.kept.get(data.deliveryId);
    if (known !== undefined && known.digest !== data.digest) {
      this.faults.conflicts += 1;
      return false;
    }
    if (known === undefined) {
      appendFileSync(this.file, `${JSON.stringify(data)}\n`, { flush: true });
    } else {
      this.faults.repeated += 1;
    }
    this.kept.set(data.deliveryId, data);
    return true;
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** The same answer a second time behind the first, on a line that nobody asked anything more on. */
function answerTwice(response: ServerResponse, body: unknown): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  const bytes = `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n${text}`;
  response.socket?.end(bytes + bytes);
}

import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { DeliveryMessage, RecallMessage } from '#contracts';
import { isSignedWebhook } from '#platform';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Whether it was signed with the secret that the receiver knows. */
  readonly isSigned: boolean;
}

type Behaviour = (received: Received, response: ServerResponse) => void;

/**
 * An agency’s own e-office system, as far as the exchange sees it: checks signatures, keeps what it took by delivery id
 * for ever, answers a repetition as it did at first and the same id with another digest as a conflict.
 */
export class WebhookReceiver {
  readonly received: Received[] = [];
  /** Documents by delivery id. */
  readonly kept = new Map<string, DeliveryMessage['data']>();
  /** What was taken back, by delivery id: nothing of it was registered. */
  readonly givenBack = new Map<string, RecallMessage['data']>();
  secret = '';
  /** What it does instead of answering well. */
  instead: Behaviour | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      text(request).then(
        (body) => receiver.take({ headers: request.headers, body }, response),
        () => response.destroy(),
      );
    });
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

  private take({ headers, body }: Omit<Received, 'isSigned'>, response: ServerResponse): void {
    const isSigned = isSignedWebhook(headers as Record<string, string>, body, this.secret, new Date());
    const received = { headers, body, isSigned };
    this.received.push(received);
    if (this.instead !== undefined) {
      this.instead(received, response);
    } else if (isSigned) {
      this.answer(body, response);
    } else {
      send(response, 401, { code: 'not-signed' });
    }
  }

  private answer(body: string, response: ServerResponse): void {
    const recall = RecallMessage.safeParse(JSON.parse(body));
    if (recall.success) {
      const { requestId, deliveryId } = recall.data.data;
      this.givenBack.set(deliveryId, recall.data.data);
      return send(response, 200, { requestId, state: 'taken-back' });
    }
    const message = DeliveryMessage.safeParse(JSON.parse(body));
    if (!message.success) {
      return send(response, 200, {});
    }
    const { deliveryId, digest } = message.data.data;
    const known = this.kept.get(deliveryId);
    if (known !== undefined && known.digest !== digest) {
      return send(response, 409, { code: 'digest-conflict' });
    }
    this.kept.set(deliveryId, known ?? message.data.data);
    send(response, 200, { deliveryId, digest, state: 'arrived' });
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { waitUntil } from '#testing';

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
}

/** A real SMTP server in this process; keeps what it takes over. */
export class MailServer {
  readonly mails: ReceivedMail[] = [];
  /** Addresses that it refuses for good. */
  readonly refused = new Set<string>();

  private constructor(private readonly server: SMTPServer) {}

  static async start(port = 0): Promise<MailServer> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      logger: false,
      onRcptTo: (address, _session, done) => {
        const gone = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
        done(mailServer.refused.has(address.address) ? gone : undefined);
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          mailServer.mails.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            text: plainTextOf(Buffer.concat(chunks).toString('utf8')),
          });
          done();
        });
      },
    });
    const mailServer = new MailServer(server);
    server.listen(port, '127.0.0.1');
    await once(server.server, 'listening');
    return mailServer;
  }

  get port(): number {
    return (this.server.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  mailsTo(address: string): ReceivedMail[] {
    return this.mails.filter(({ to }) => to.includes(address));
  }

  /** The newest mail to an address, once there are so many. */
  async mailTo(address: string, count = 1): Promise<ReceivedMail> {
    await waitUntil(`mail ${count} to ${address}`, 30_000, async () => this.mailsTo(address).length >= count);
    const mail = this.mailsTo(address).at(-1);
    if (mail === undefined) {
      throw new Error(`no mail came to ${address}`);
    }
    return mail;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** The token of the link in a mail. */
export function tokenIn({ text }: ReceivedMail): string {
  const token = /\/(?:password|mailbox)#token=([\w-]+)/.exec(text)?.[1];
  if (token === undefined) {
    throw new Error(`there is no link in: ${text}`);
  }
  return token;
}

/** The plain text of a mail with two bodies. */
function plainTextOf(raw: string): string {
  const part = raw.split(/\r\n--/).find((one) => /content-type: text\/plain/i.test(one)) ?? '';
  const [head = '', ...rest] = part.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) {
    return Buffer.from(body, 'base64').toString('utf8');
  }
  const bytes = body
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

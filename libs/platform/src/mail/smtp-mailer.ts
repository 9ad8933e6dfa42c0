import { createTransport, type Transporter } from 'nodemailer';
import { type Mail, Mailer, MailRefused } from './mailer.js';

/** Milliseconds before a mail server that says nothing counts as away; the job asks again later. */
const patience = 10_000;

/** Mail over SMTP. */
export class SmtpMailer extends Mailer {
  override readonly canSend = true;
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.transport = createTransport({
      url,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      // Only the text that we write: no file and no address is ever fetched for a mail.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send({ to, subject, text, html }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({ from: this.from, to, subject, text, html });
    } catch (error) {
      if (isFinal(error)) {
        throw new MailRefused(error instanceof Error ? error.message : String(error), { cause: error });
      }
      throw error;
    }
  }

  override close(): void {
    this.transport.close();
  }
}

/** A 5xx answer (RFC 5321, 4.2.1), but for those that speak of our own sign-in: an operator mends that. */
function isFinal(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'responseCode' in error ? Number(error.responseCode) : 0;
  return code >= 500 && code < 600 && code !== 530 && code !== 535;
}

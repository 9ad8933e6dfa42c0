import { type Mail, Mailer } from './mailer.js';

/** No mail server is set: links are handed over by administrators. */
export class NoMailer extends Mailer {
  override readonly canSend = false;

  override async send({ subject }: Mail): Promise<void> {
    throw new Error(`no mail server is set (SMTP_URL), so “${subject}” was not sent`);
  }

  override close(): void {
    // Nothing was opened.
  }
}

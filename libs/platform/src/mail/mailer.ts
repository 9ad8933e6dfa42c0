export interface Mail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The server said for good that it will not take this mail: trying again is no use. */
export class MailRefused extends Error {
  override name = 'MailRefused';
}

/** Sends mail. A port: an installation without a mail server still works, people then hand links over. */
export abstract class Mailer {
  abstract readonly canSend: boolean;

  /**
   * Returns when the mail server has taken the mail over. Whoever asks does so from a job: a server that is away is
   * asked again.
   *
   * @throws MailRefused when it will never take it; any other error may pass by itself.
   */
  abstract send(mail: Mail): Promise<void>;

  abstract close(): void;
}

import { AttachmentView, DocumentView, SignerList } from '#contracts';
import { newId } from '#kernel';
import type { HttpClient } from '../apps/cli/src/demo/http-client.js';
import type { ProvinceServer } from './province-server.js';

/** The people of the sending agency, signed in once: a benchmark of something else must not measure argon2. */
export class OutgoingDocuments {
  private constructor(
    private readonly civilServant: HttpClient,
    private readonly leader: HttpClient,
    readonly clerk: HttpClient,
  ) {}

  static async by(province: ProvinceServer): Promise<OutgoingDocuments> {
    return new OutgoingDocuments(
      await province.signIn('civil-servant'),
      await province.signIn('leader'),
      await province.signIn('clerk'),
    );
  }

  /** Gives the path of the draft. */
  async draft(recipientIds: readonly string[]): Promise<string> {
    const signers = await this.civilServant.get('/signers', SignerList);
    const draft = await this.civilServant.post('/documents', DocumentView, {
      typeCode: 'cong-van',
      subject: 'Về việc đo tốc độ gửi, nhận văn bản điện tử',
      signerPostId: signers.items[0]?.postId,
      recipients: recipientIds.map((agencyId) => ({ agencyId, channel: 'electronic' })),
    });
    return `/documents/${draft.id}`;
  }

  async attach(path: string, file: string): Promise<void> {
    await this.civilServant.upload(attachmentPath(path), file, AttachmentView);
  }

  /** Submits, approves and issues: ready to be sent. */
  async issue(path: string): Promise<void> {
    await this.civilServant.post(`${path}/submit`, DocumentView);
    await this.leader.post(`${path}/approve`, DocumentView);
    await this.clerk.post(`${path}/issue`, DocumentView);
  }

  async send(path: string): Promise<void> {
    await this.clerk.post(`${path}/send`, DocumentView);
  }
}

/** Where a new attachment of a draft goes. */
export function attachmentPath(path: string): string {
  return `${path}/attachments/${newId()}?fileName=cong-van.pdf`;
}

import { type Actor, DraftDocument as Draft, FurtherCopies } from '#contracts';
import { ApproveDocument, DraftDocument, IssueDocument, SubmitDocument } from '#documents';
import { DispatchDocument, SendCopies } from '#exchange';
import { anActor, anAgency, anAttachment, aPerson, aPost, createTestDatabase, type TestDatabase } from '#testing';
import { ExchangeWorld } from './exchange-world.js';

/** The morning of a Tuesday in Vietnam. */
export const morning = new Date('2017-05-02T02:00:00Z');

/** An agency with a drafter, a leader and a clerk who send what they wrote, by the use cases alone. */
export class SendingWorld {
  private constructor(
    readonly app: ExchangeWorld,
    readonly testDatabase: TestDatabase,
    readonly agencyId: string,
    readonly drafter: Actor,
    readonly leader: Actor,
    readonly clerk: Actor,
  ) {}

  static async open(): Promise<SendingWorld> {
    const testDatabase = await createTestDatabase();
    const app = await ExchangeWorld.open({ databaseUrl: testDatabase.url });
    app.clock.moment = morning;
    const { id } = await anAgency(app.database, { level: 'department', name: 'Sở Nội vụ' });
    const holder = async (role: Actor['role']): Promise<Actor> => {
      const person = await aPerson(app.database);
      const post = await aPost(app.database, { agencyId: id, role, personId: person.id });
      return anActor({ agencyId: id, role, postId: post.id, personId: person.id, fullName: person.fullName });
    };
    return new SendingWorld(
      app,
      testDatabase,
      id,
      await holder('civil-servant'),
      await holder('leader'),
      await holder('clerk'),
    );
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.testDatabase.drop();
  }

  async colleague(role: Actor['role'] = 'civil-servant'): Promise<Actor> {
    const post = await aPost(this.app.database, { agencyId: this.agencyId, role });
    return anActor({ agencyId: this.agencyId, role, postId: post.id, personId: post.personId });
  }

  /** A draft with one file. */
  async draft(overrides: object = {}): Promise<string> {
    const draft = Draft.parse({
      typeCode: 'quyet-dinh',
      subject: 'Về việc kiện toàn Ban chỉ đạo',
      signerPostId: this.leader.postId,
      ...overrides,
    });
    const id = await this.app.get(DraftDocument).execute(this.drafter, draft);
    await anAttachment(this.app.database, { documentId: id });
    return id;
  }

  async submitted(overrides: object = {}): Promise<string> {
    const id = await this.draft(overrides);
    await this.app.get(SubmitDocument).execute(this.drafter, id);
    return id;
  }

  async approved(overrides: object = {}): Promise<string> {
    const id = await this.submitted(overrides);
    await this.app.get(ApproveDocument).execute(this.leader, id);
    return id;
  }

  async issued(overrides: object = {}): Promise<string> {
    const id = await this.approved(overrides);
    await this.app.get(IssueDocument).execute(this.clerk, id);
    return id;
  }

  async sent(overrides: object = {}): Promise<string> {
    const id = await this.issued(overrides);
    await this.app.get(DispatchDocument).execute(this.clerk, id);
    return id;
  }

  async copies(id: string, copies: object): Promise<void> {
    await this.app.get(SendCopies).execute(this.clerk, id, FurtherCopies.parse(copies));
  }

  async agency(overrides: Parameters<typeof anAgency>[1] = {}): Promise<string> {
    return (await anAgency(this.app.database, overrides)).id;
  }

  /** The recipients of a document in the order in which they were sent to. */
  async deliveries(documentId: string) {
    return this.app.database.query<{
      id: string;
      recipientId: string | null;
      name: string;
      address: string | null;
      mode: string;
      channel: string;
      state: string;
      reason: string | null;
      sending: number;
    }>(
      `SELECT delivery.id, recipient_id AS "recipientId", recipient_name AS name, recipient_address AS address, mode,
              channel, state, paper_reason AS reason, sending
         FROM deliveries AS delivery JOIN dispatches AS dispatch ON dispatch.id = dispatch_id
        WHERE delivery.document_id = $1 ORDER BY delivery.id`,
      [documentId],
    );
  }

  async stateOf(documentId: string): Promise<string | undefined> {
    const [row] = await this.app.database.query<{ state: string }>('SELECT state FROM documents WHERE id = $1', [
      documentId,
    ]);
    return row?.state;
  }
}

export const toAgencies = (...ids: readonly string[]): object => ({
  recipients: ids.map((agencyId) => ({ agencyId })),
});

export function codeOf(outcome: PromiseSettledResult<unknown>): string {
  return outcome.status === 'fulfilled' ? 'done' : (outcome.reason as { code: string }).code;
}

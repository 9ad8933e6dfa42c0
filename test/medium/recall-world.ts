import type { Actor } from '#contracts';
import { DeliverDispatch, DispatchDocument, RecallDocument } from '#exchange';
import { newId } from '#kernel';
import type { Document } from '#documents';
import { RemoteWorld } from './remote-world.js';

interface SentDocument {
  readonly document: Document;
  readonly dispatchId: string;
  /** In the order of the recipients. */
  readonly deliveryIds: readonly string[];
}

/** What it corrects, and fields of its own. */
type Wish = Partial<Document> & { readonly corrected?: { readonly id: string; readonly kind: string } };

/** What a sender takes back or replaces, on both sides. */
export class RecallWorld {
  private constructor(readonly remote: RemoteWorld) {}

  static async open(databaseUrl: string): Promise<RecallWorld> {
    return new RecallWorld(await RemoteWorld.open({ databaseUrl }));
  }

  get world() {
    return this.remote.world;
  }

  get clerk(): Actor {
    return this.remote.clerk;
  }

  /** Sent and on its way; what is for this system has not been carried out. */
  async send(recipients: readonly string[], { corrected, ...fields }: Wish = {}): Promise<SentDocument> {
    const document = await this.world.anIssuedDocument(this.clerk, recipients, 'electronic', fields);
    if (corrected !== undefined) {
      await this.world.database.query(
        `INSERT INTO document_relations (document_id, kind, target_type, target_id, type_name, symbol, issued_on, issuer_name)
         SELECT $1, $2, 'document', id, 'Công văn', symbol, issued_on, 'Sở' FROM documents WHERE id = $3`,
        [document.id, corrected.kind, corrected.id],
      );
    }
    await this.world.get(DispatchDocument).execute(this.clerk, document.id);
    const rows = await this.world.database.query<{ id: string }>(
      'SELECT id FROM deliveries WHERE document_id = $1 ORDER BY array_position($2::uuid[], recipient_id)',
      [document.id, recipients],
    );
    return {
      document,
      dispatchId: await this.world.dispatchOf(document.id),
      deliveryIds: rows.map(({ id }) => id),
    };
  }

  /** Sent and arrived at the recipients inside this system. */
  async deliver(recipients: readonly string[], wish: Wish = {}): Promise<SentDocument> {
    const sent = await this.send(recipients, wish);
    await this.world.get(DeliverDispatch).execute(sent);
    return sent;
  }

  async recall(documentId: string, deliveryIds: string[] | null = null, by: Actor = this.clerk) {
    return this.world.get(RecallDocument).execute(by, documentId, { deliveryIds, reason: 'Ban hành nhầm bản dự thảo' });
  }

  async arrivalOf(deliveryId: string): Promise<string> {
    const [row] = await this.world.database.query<{ id: string }>('SELECT id FROM arrivals WHERE delivery_id = $1', [
      deliveryId,
    ]);
    return row?.id ?? newId();
  }

  async stateOf(table: 'documents' | 'arrivals', id: string): Promise<string | undefined> {
    const [row] = await this.world.database.query<{ state: string }>(`SELECT state FROM ${table} WHERE id = $1`, [id]);
    return row?.state;
  }

  /** Kind and state of the requests about a delivery, the newest first. */
  async requestsAbout(deliveryId: string): Promise<string[]> {
    const rows = await this.world.database.query<{ said: string }>(
      `SELECT kind || ' ' || state AS said FROM sender_requests WHERE delivery_id = $1 ORDER BY id DESC`,
      [deliveryId],
    );
    return rows.map(({ said }) => said);
  }

  async isExcluded(deliveryId: string): Promise<string | null | undefined> {
    const [row] = await this.world.database.query<{ reason: string | null }>(
      `SELECT exchange.excluded_reason AS reason FROM exchanges AS exchange
         JOIN deliveries AS delivery USING (document_id, recipient_id) WHERE delivery.id = $1`,
      [deliveryId],
    );
    return row?.reason;
  }
}

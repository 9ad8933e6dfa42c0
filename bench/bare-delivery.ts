import type { Client } from 'pg';

/** The rows that a delivered document consists of, beside the document: each table with the rows that are its. */
const tables = [
  { name: 'dispatches', rows: 'document_id = $1' },
  { name: 'deliveries', rows: 'document_id = $1' },
  { name: 'tracking_events', rows: 'delivery_id IN (SELECT id FROM deliveries WHERE document_id = $1)' },
  { name: 'arrivals', rows: 'delivery_id IN (SELECT id FROM deliveries WHERE document_id = $1)' },
  {
    name: 'arrival_attachments',
    rows: `arrival_id IN (SELECT arrival.id FROM arrivals AS arrival
             JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id WHERE delivery.document_id = $1)`,
  },
  { name: 'exchanges', rows: 'document_id = $1' },
  { name: 'share_deltas', rows: 'document_id = $1' },
] as const;

/**
 * The least that a delivery can cost: the same rows into tables of the same shape and indexes, one statement a table,
 * one durable transaction, by the same driver.
 */
export class BareDelivery {
  private constructor(private readonly database: Client) {}

  static async prepare(database: Client): Promise<BareDelivery> {
    await database.query('CREATE SCHEMA bench');
    for (const { name } of tables) {
      await database.query(`CREATE TABLE bench.${name} (LIKE public.${name} INCLUDING ALL)`);
    }
    return new BareDelivery(database);
  }

  async insertMs(documentId: string): Promise<number> {
    const began = performance.now();
    await this.database.query('BEGIN');
    for (const { name, rows } of tables) {
      await this.database.query(`INSERT INTO bench.${name} SELECT * FROM public.${name} WHERE ${rows}`, [documentId]);
    }
    await this.database.query('COMMIT');
    return performance.now() - began;
  }
}

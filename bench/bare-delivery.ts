import type { Client } from 'pg';

interface TableRows {
  readonly name: string;
  /** Which rows are those of the documents `$1`. */
  readonly rows: string;
}

const ofDeliveries = 'SELECT id FROM deliveries WHERE document_id = ANY ($1::uuid[])';
const ofArrivals = `SELECT arrival.id FROM arrivals AS arrival
  JOIN deliveries AS delivery ON delivery.id = arrival.delivery_id WHERE delivery.document_id = ANY ($1::uuid[])`;

/** The least that says that a document was sent and has arrived. */
export const leastRows: readonly TableRows[] = [
  { name: 'deliveries', rows: 'document_id = ANY ($1::uuid[])' },
  { name: 'tracking_events', rows: `delivery_id IN (${ofDeliveries}) AND code = '01'` },
  { name: 'arrivals', rows: `delivery_id IN (${ofDeliveries})` },
];

/** The rows that a delivered document consists of, beside the document and the trail. */
export const documentRows: readonly TableRows[] = [
  { name: 'dispatches', rows: 'document_id = ANY ($1::uuid[])' },
  { name: 'deliveries', rows: 'document_id = ANY ($1::uuid[])' },
  { name: 'tracking_events', rows: `delivery_id IN (${ofDeliveries})` },
  { name: 'arrivals', rows: `delivery_id IN (${ofDeliveries})` },
  { name: 'arrival_attachments', rows: `arrival_id IN (${ofArrivals})` },
  { name: 'exchanges', rows: 'document_id = ANY ($1::uuid[])' },
  { name: 'share_deltas', rows: 'origin_id = ANY ($1::uuid[])' },
];

/** With what the trail says of each arrival. */
export const deliveredRows: readonly TableRows[] = [
  ...documentRows,
  { name: 'audit_entries', rows: `object_type = 'arrival' AND object_id IN (SELECT id::text FROM (${ofArrivals}))` },
];

/**
 * The least that a delivery can cost: the same rows into tables of the same shape and indexes, one statement a table,
 * one durable transaction a document, by the same driver.
 */
export class BareDelivery {
  private constructor(
    private readonly database: Client,
    private readonly schema: string,
    private readonly tables: readonly TableRows[],
  ) {}

  static async prepare(database: Client, schema: string, tables: readonly TableRows[]): Promise<BareDelivery> {
    await database.query(`CREATE SCHEMA ${schema}`);
    for (const { name } of tables) {
      await database.query(`CREATE TABLE ${schema}.${name} (LIKE public.${name} INCLUDING ALL)`);
    }
    return new BareDelivery(database, schema, tables);
  }

  /** The rows are read before, so that only writing them is measured. */
  async insertMs(documentIds: readonly string[]): Promise<number> {
    let spent = 0;
    for (const id of documentIds) {
      for (const { name, rows } of this.tables) {
        await this.database.query(
          `CREATE TEMPORARY TABLE bench_${name} AS SELECT * FROM public.${name} WHERE ${rows}`,
          [[id]],
        );
      }
      const began = performance.now();
      await this.database.query('BEGIN');
      for (const { name } of this.tables) {
        await this.database.query(`INSERT INTO ${this.schema}.${name} SELECT * FROM bench_${name}`);
      }
      await this.database.query('COMMIT');
      spent += performance.now() - began;
      for (const { name } of this.tables) {
        await this.database.query(`DROP TABLE bench_${name}`);
      }
    }
    return spent;
  }
}

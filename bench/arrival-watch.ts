import { Client } from 'pg';
import type { Scratch } from './scratch.js';

const liveChannel = 'vanthu_live';
const patienceMs = 120_000;

interface Watched {
  readonly tell: (at: number) => void;
  readonly fail: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * When documents have arrived everywhere: it listens to what the server tells its open pages as each batch commits.
 * Asking again and again would take a good part of the processor from what is measured.
 */
export class ArrivalWatch {
  private readonly watched = new Map<string, Watched>();
  /** One question after another: a connection answers no two at once. */
  private looking = Promise.resolve();

  private constructor(private readonly database: Client) {}

  static async open(databaseUrl: string, scratch: Scratch): Promise<ArrivalWatch> {
    const database = new Client({ connectionString: databaseUrl });
    await database.connect();
    scratch.onEnd(() => database.end());
    const watch = new ArrivalWatch(database);
    database.on('notification', ({ payload = '' }) => {
      const at = performance.now();
      watch.looking = watch.looking.then(() => watch.look(payload, at));
    });
    await database.query(`LISTEN ${liveChannel}`);
    return watch;
  }

  /** To be called before the document is sent. Gives the moment at which the last of its deliveries was committed. */
  arrived(documentId: string): Promise<number> {
    return new Promise((tell, fail) => {
      const timer = setTimeout(
        () => fail(new Error(`${documentId} had not arrived within ${patienceMs / 1000} s`)),
        patienceMs,
      );
      this.watched.set(documentId, { tell, fail, timer });
    });
  }

  private async look(payload: string, at: number): Promise<void> {
    const id = [...this.watched.keys()].find((one) => payload.includes(one));
    const watched = id === undefined ? undefined : this.watched.get(id);
    if (id === undefined || watched === undefined) {
      return;
    }
    try {
      const { rows } = await this.database.query<{ done: boolean | null }>(
        `SELECT bool_and(transport_state = 'done') AS done FROM deliveries WHERE document_id = $1`,
        [id],
      );
      if (rows[0]?.done === true && this.watched.delete(id)) {
        clearTimeout(watched.timer);
        watched.tell(at);
      }
    } catch (error) {
      watched.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

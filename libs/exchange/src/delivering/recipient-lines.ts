import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Events } from '#platform';
import { lineClosed, lineOpened } from '../exchange-events.js';
import type { RemoteChannelName } from './carry-delivery.job.js';
import { failuresUntilOpen, leaseOfTry, openFor, triesAtOnce } from './delivery-timing.js';

/** To the agency that the deliveries are addressed to. */
export interface Line {
  readonly agencyId: string;
  readonly channel: RemoteChannelName;
}

/** As the partial index of what is under way has it. */
const isRemoteSql = `channel IN ('webhook', 'email') AND transport_state IN ('queued', 'sending')`;

interface LineRow {
  readonly failures: number;
  readonly openings: number;
  readonly openedAt: Date | null;
  readonly probeAt: Date | null;
  readonly probingUntil: Date | null;
}

/**
 * The circuit breakers: one a recipient and channel, so that a recipient that is away holds up nobody else and is not
 * knocked at by everything that waits for it. Every method joins a transaction and locks the line first.
 */
@Injectable()
export class RecipientLines {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly events: Events,
  ) {}

  /**
   * Whether a try may begin now: the line is closed and less than four are under way, or it is open and this one is its
   * probe. Whoever is told no stays queued: the next to finish, or the probe that succeeds, has it tried.
   */
  async enter(line: Line): Promise<boolean> {
    const row = await this.hold(line);
    const now = this.clock.now();
    if (row.openedAt === null) {
      return (await this.underWay(line, now)) < triesAtOnce;
    }
    if ((row.probeAt ?? now) > now || (row.probingUntil ?? now) > now) {
      return false;
    }
    await this.database.query('UPDATE recipient_lines SET probing_until = $3 WHERE agency_id = $1 AND channel = $2', [
      line.agencyId,
      line.channel,
      new Date(now.getTime() + leaseOfTry),
    ]);
    return true;
  }

  /** The recipient’s side answered, whatever it said. Gives whether the line was open until now. */
  async reached(line: Line): Promise<boolean> {
    const { openedAt } = await this.hold(line);
    await this.database.query(
      `UPDATE recipient_lines SET failures = 0, openings = 0, opened_at = NULL, probe_at = NULL, probing_until = NULL,
              last_reached_at = $3 WHERE agency_id = $1 AND channel = $2`,
      [line.agencyId, line.channel, this.clock.now()],
    );
    if (openedAt !== null) {
      await this.events.emit(lineClosed, line);
    }
    return openedAt !== null;
  }

  /** The recipient was not reached. Gives when the next probe is, if the line is open now. */
  async failed(line: Line): Promise<Date | null> {
    const row = await this.hold(line);
    const now = this.clock.now();
    const failures = row.failures + 1;
    const wasProbe = row.openedAt !== null && row.probingUntil !== null;
    const opens = wasProbe || (row.openedAt === null && failures >= failuresUntilOpen);
    const openings = row.openings + (opens ? 1 : 0);
    const probeAt = opens ? new Date(now.getTime() + openFor(openings)) : row.probeAt;
    await this.database.query(
      `UPDATE recipient_lines SET failures = $3, openings = $4, opened_at = $5, probe_at = $6, probing_until = $7
        WHERE agency_id = $1 AND channel = $2`,
      [
        line.agencyId,
        line.channel,
        failures,
        openings,
        opens ? (row.openedAt ?? now) : row.openedAt,
        probeAt,
        opens ? null : row.probingUntil,
      ],
    );
    if (opens && row.openedAt === null) {
      await this.events.emit(lineOpened, line);
    }
    return probeAt;
  }

  private async hold({ agencyId, channel }: Line): Promise<LineRow> {
    await this.database.query(
      'INSERT INTO recipient_lines (agency_id, channel) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [agencyId, channel],
    );
    const [row] = await this.database.query<LineRow>(
      `SELECT failures, openings, opened_at AS "openedAt", probe_at AS "probeAt", probing_until AS "probingUntil"
         FROM recipient_lines WHERE agency_id = $1 AND channel = $2 FOR UPDATE`,
      [agencyId, channel],
    );
    if (row === undefined) {
      throw new Error(`the line ${channel} to ${agencyId} is gone`);
    }
    return row;
  }

  private async underWay({ agencyId, channel }: Line, now: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*) AS count FROM deliveries
        WHERE recipient_id = $1 AND channel = $2 AND ${isRemoteSql}
          AND transport_state = 'sending' AND lease_until > $3`,
      [agencyId, channel, now],
    );
    return row?.count ?? 0;
  }
}

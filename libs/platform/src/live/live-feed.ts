import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { concat, defer, endWith, filter, from, ignoreElements, map, type Observable, Subject } from 'rxjs';
import { type LiveEvent, liveTopics } from '#contracts';
import { newId } from '#kernel';
import { DatabaseAddress } from '../database/database-address.js';
import { Listener } from '../database/listener.js';
import { liveChannelName, type LiveNotice, type SessionEnded } from './live-channel.js';
import { LiveRing } from './live-ring.js';

/** Whose stream it is, and the last event that it heard before it was cut. */
export interface Follower {
  readonly agencyId: string;
  readonly personId?: string;
  readonly lastEventId?: string | undefined;
}

/** A live event with the id after which a stream that is cut goes on. */
export interface FedEvent {
  readonly eventId: string;
  readonly event: LiveEvent;
}

/** Hears live notices of all processes and gives each agency its own. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LiveFeed.name);
  private readonly notices = new Subject<LiveNotice>();
  private readonly ring = new LiveRing();
  private readonly endedSessions = new Subject<string>();
  private readonly listener: Listener;

  constructor(address: DatabaseAddress) {
    this.listener = new Listener({
      url: address.url,
      channel: liveChannelName,
      onNotice: (payload) => this.hear(JSON.parse(payload) as LiveNotice | SessionEnded),
      onListening: () => this.sayAll(),
      onFault: (error) => this.logger.warn(`listening for live notices was interrupted: ${error.message}`),
    });
  }

  /** Speaks when this process stops: streams end with it. */
  get ended(): Observable<unknown> {
    return this.notices.pipe(ignoreElements(), endWith(true));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.listener.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.listener.stop();
    this.notices.complete();
    this.endedSessions.complete();
  }

  /** Whether a stream can go on where it was cut, so that its pages need not read everything again. */
  knows(lastEventId: string | undefined): boolean {
    return this.ring.after(lastEventId) !== undefined;
  }

  /** The id of the latest event of all; undefined before the first. */
  get latest(): string | undefined {
    return this.ring.latest;
  }

  /** What was missed since the last event, if that is known, then what comes. */
  eventsFor({ agencyId, personId, lastEventId }: Follower): Observable<FedEvent> {
    return defer(() => concat(from(this.ring.after(lastEventId) ?? []), this.notices)).pipe(
      filter((notice) =>
        notice.personId === undefined
          ? notice.agencyId === null || notice.agencyId === agencyId
          : notice.personId === personId,
      ),
      map(({ eventId, topic, id }) => ({ eventId, event: { topic, id } })),
    );
  }

  /** Speaks when the session was ended. What was said while the line was away is not heard: ask from time to time too. */
  endOf(sessionId: string): Observable<unknown> {
    return this.endedSessions.pipe(filter((id) => id === sessionId));
  }

  private hear(notice: LiveNotice | SessionEnded): void {
    if ('endedSessionId' in notice) {
      this.endedSessions.next(notice.endedSessionId);
    } else {
      this.say(notice);
    }
  }

  private say(notice: LiveNotice): void {
    this.ring.push(notice);
    this.notices.next(notice);
  }

  /** After a lost connection anything may have changed: have every page read again. */
  private sayAll(): void {
    this.ring.clear();
    for (const topic of liveTopics) {
      this.say({ eventId: newId(), agencyId: null, topic, id: null });
    }
  }
}

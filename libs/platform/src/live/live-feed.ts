import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { endWith, filter, ignoreElements, map, type Observable, Subject } from 'rxjs';
import { type LiveEvent, liveTopics } from '#contracts';
import { DatabaseAddress } from '../database/database-address.js';
import { Listener } from '../database/listener.js';
import { liveChannelName, type LiveNotice, type SessionEnded } from './live-channel.js';

/** Hears live notices of all processes and gives each agency its own. */
@Injectable()
export class LiveFeed implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(LiveFeed.name);
  private readonly notices = new Subject<LiveNotice>();
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

  eventsFor(agencyId: string, personId?: string): Observable<LiveEvent> {
    return this.notices.pipe(
      filter((notice) =>
        notice.personId === undefined
          ? notice.agencyId === null || notice.agencyId === agencyId
          : notice.personId === personId,
      ),
      map(({ topic, id }) => ({ topic, id })),
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
      this.notices.next(notice);
    }
  }

  /** After a lost connection anything may have changed: have every page read again. */
  private sayAll(): void {
    for (const topic of liveTopics) {
      this.notices.next({ agencyId: null, topic, id: null });
    }
  }
}

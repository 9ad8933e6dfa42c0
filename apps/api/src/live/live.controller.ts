import { Controller, type MessageEvent, Query, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { defer, from, interval, map, merge, type Observable, of, switchMap, takeUntil, takeWhile } from 'rxjs';
import { FollowEvents, LiveEvent } from '#contracts';
import { Sessions, type SessionRecord } from '#identity';
import { LiveFeed } from '#platform';
import { Answers } from '../http/api-answers.js';
import { CurrentSession, type KnownRequest } from '../http/request-context.js';
import { sessionCookieName } from '../http/session-cookie.js';

/** Seconds between two signs of life: below the minute after which proxies close a silent connection. */
const heartbeatSeconds = 25;

interface Signal {
  readonly signedIn: boolean;
  readonly message: MessageEvent;
}

@ApiTags('live')
@Controller('events')
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Server-sent events: what changed for your agency. Ends when the session ends. A stream that was cut goes on after
   * the last event that it heard, in whichever process; `ready` says whether it could, or everything has to be read.
   */
  @Sse()
  @Answers(200, LiveEvent, 'A stream of server-sent events; the data of each is one LiveEvent')
  stream(
    @CurrentSession() session: SessionRecord,
    @Query({ schema: FollowEvents }) followed: FollowEvents,
    @Req() request: KnownRequest,
  ): Observable<MessageEvent> {
    const token = request.cookies[sessionCookieName] ?? '';
    const header = request.headers['last-event-id'];
    const lastEventId = typeof header === 'string' && header !== '' ? header : followed.lastEventId;
    const { agencyId, personId } = session.actor;
    const events = this.feed
      .eventsFor({ agencyId, personId, lastEventId })
      .pipe(map(({ eventId, event }): Signal => ({ signedIn: true, message: { id: eventId, data: event } })));
    const heartbeat = merge(interval(heartbeatSeconds * 1000), this.feed.endOf(session.id)).pipe(
      switchMap(() => from(this.sessions.isAlive(token))),
      map((signedIn): Signal => ({ signedIn, message: { type: 'alive', data: {} } })),
    );
    const ready = defer(() => of(this.ready(lastEventId)));
    return merge(ready, events, heartbeat.pipe(takeUntil(this.feed.ended))).pipe(
      takeWhile(({ signedIn }) => signedIn),
      map(({ message }) => message),
    );
  }

  /** Whoever reads everything now goes on from here; whoever was cut, from what it is told next. */
  private ready(lastEventId: string | undefined): Signal {
    const resumed = this.feed.knows(lastEventId);
    const from = resumed ? lastEventId : this.feed.latest;
    const message = { type: 'ready', data: { resumed }, ...(from === undefined ? {} : { id: from }) };
    return { signedIn: true, message };
  }
}

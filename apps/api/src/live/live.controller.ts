import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { from, interval, map, merge, type Observable, of, switchMap, takeUntil, takeWhile } from 'rxjs';
import { type LiveEvent, LiveEvent as LiveEventSchema } from '#contracts';
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

  /** Server-sent events: what changed for your agency. Ends when the session ends. */
  @Sse()
  @Answers(200, LiveEventSchema, 'A stream of server-sent events; the data of each is one LiveEvent')
  stream(@CurrentSession() session: SessionRecord, @Req() request: KnownRequest): Observable<MessageEvent> {
    const token = request.cookies[sessionCookieName] ?? '';
    const events = this.feed
      .eventsFor(session.actor.agencyId, session.actor.personId)
      .pipe(map((event: LiveEvent): Signal => ({ signedIn: true, message: { data: event } })));
    const heartbeat = merge(interval(heartbeatSeconds * 1000), this.feed.endOf(session.id)).pipe(
      switchMap(() => from(this.sessions.isAlive(token))),
      map((signedIn): Signal => ({ signedIn, message: { type: 'alive', data: {} } })),
    );
    const ready: Signal = { signedIn: true, message: { type: 'ready', data: {} } };
    return merge(of(ready), events, heartbeat.pipe(takeUntil(this.feed.ended))).pipe(
      takeWhile(({ signedIn }) => signedIn),
      map(({ message }) => message),
    );
  }
}

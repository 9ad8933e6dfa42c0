import type { QueryClient } from '@tanstack/react-query';
import type { LiveEvent, LiveTopic } from './types.js';

export type Line = 'open' | 'lost';

/** The first part of the query keys that an event makes stale. */
const staleKeys: Record<LiveTopic, readonly string[]> = {
  documents: ['documents', 'desk'],
  arrivals: ['arrivals', 'desk'],
  archive: ['archive'],
  share: ['share'],
  agencies: ['agencies', 'catalogue'],
  reorganisation: ['reorganisation'],
  notifications: ['notifications'],
};

/** Events come in bursts (one dispatch to thirty agencies); one read after this pause serves them all. */
const gatherMs = 250;
const retryMs = { first: 1000, longest: 30_000 } as const;

export function isLiveEvent(value: unknown): value is LiveEvent {
  return typeof value === 'object' && value !== null && 'topic' in value && String(value.topic) in staleKeys;
}

export function isResumed(said: unknown): boolean {
  return typeof said === 'object' && said !== null && 'resumed' in said && said.resumed === true;
}

export function addressAfter(lastEventId: string): string {
  const address = '/api/v1/events';
  return lastEventId === '' ? address : `${address}?${new URLSearchParams({ lastEventId })}`;
}

export function staleKeysOf(topics: Iterable<LiveTopic>): Set<string> {
  return new Set([...topics].flatMap((topic) => staleKeys[topic]));
}

/**
 * Follows what others do and has the screens read again. A line that comes back goes on after the last event heard; only
 * where the server does not know that one any more, everything shown is read again. Returns how to stop.
 */
export function followLiveEvents(queries: QueryClient, onLine: (line: Line) => void): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let gathering: number | undefined;
  let pause: number = retryMs.first;
  let lastEventId = '';
  const heard = new Set<LiveTopic>();

  const readAgain = () => {
    gathering = undefined;
    const keys = staleKeysOf(heard);
    heard.clear();
    void queries.invalidateQueries({ predicate: ({ queryKey }) => keys.has(String(queryKey[0])) });
  };
  const connect = () => {
    // The browser tells the last id when it reconnects by itself; a new source has to be told.
    source = new EventSource(addressAfter(lastEventId));
    source.addEventListener('open', () => {
      pause = retryMs.first;
      onLine('open');
    });
    source.addEventListener('ready', ({ data, lastEventId: id }) => {
      lastEventId = id;
      if (!isResumed(JSON.parse(String(data)))) {
        void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'catalogue' });
      }
    });
    source.addEventListener('message', ({ data, lastEventId: id }) => {
      lastEventId = id;
      const event: unknown = JSON.parse(String(data));
      if (isLiveEvent(event)) {
        heard.add(event.topic);
        gathering ??= window.setTimeout(readAgain, gatherMs);
      }
    });
    source.addEventListener('error', () => {
      onLine('lost');
      // The browser reconnects a broken line itself, but gives up after an error answer.
      if (source?.readyState === EventSource.CLOSED) {
        void queries.invalidateQueries({ queryKey: ['session'] });
        timer = window.setTimeout(connect, pause);
        pause = Math.min(pause * 2, retryMs.longest);
      }
    });
  };

  connect();
  return () => {
    window.clearTimeout(timer);
    window.clearTimeout(gathering);
    source?.close();
  };
}

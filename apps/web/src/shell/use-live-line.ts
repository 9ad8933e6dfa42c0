import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { followLiveEvents, type Line } from '../api/live-events.js';

/** A hiccup that the browser mends within this time is not worth a banner. */
const patienceMs = 3000;

export function useLiveLine(): Line {
  const queries = useQueryClient();
  const [line, setLine] = useState<Line>('open');

  useEffect(() => {
    let timer: number | undefined;
    const stop = followLiveEvents(queries, (heard) => {
      if (heard === 'open') {
        window.clearTimeout(timer);
        timer = undefined;
        setLine('open');
        return;
      }
      timer ??= window.setTimeout(() => {
        setLine('lost');
      }, patienceMs);
    });
    return () => {
      window.clearTimeout(timer);
      stop();
    };
  }, [queries]);

  return line;
}

import { useEffect, useState } from 'react';
import { ProblemError } from '../api/problem.js';

/** Seconds until the server looks at the next try, counted down; 0 when it may be sent. */
export function useWait(error: unknown): number {
  const [openAt, setOpenAt] = useState(0);
  const [now, setNow] = useState(() => Date.now());
  const asked = error instanceof ProblemError ? error.problem.retryAfter : undefined;

  useEffect(() => {
    if (asked === undefined) {
      return;
    }
    const until = Date.now() + asked * 1000;
    setOpenAt(until);
    setNow(Date.now());
    const timer = window.setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) {
        window.clearInterval(timer);
      }
    }, 500);
    return () => {
      window.clearInterval(timer);
    };
  }, [asked, error]);

  return asked === undefined ? 0 : Math.max(0, Math.ceil((openAt - now) / 1000));
}

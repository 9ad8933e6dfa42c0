import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { mayPass, ProblemError } from '../api/problem.js';
import { changed, emptyLine, isEmpty, isReady, keepLines, keptLines, type TableLine } from './paper-lines.js';
import type { PaperFields } from './paper-fields.js';
import { registerPaper } from './paper-queries.js';

export interface PaperTable {
  readonly lines: readonly TableLine[];
  readonly isRunning: boolean;
  /** Why it stopped in the middle: the line is down. What is left goes on from there. */
  readonly stopped: unknown;
  add(more?: readonly TableLine[]): void;
  change(id: string, part: Partial<PaperFields>): void;
  allow(id: string): void;
  drop(id: string): void;
  clearRegistered(): void;
  registerAll(): Promise<void>;
}

/** The lines of a morning’s post. They are registered one after the other in their order, each for itself. */
export function usePaperTable(): PaperTable {
  const queries = useQueryClient();
  const [lines, setLines] = useState<readonly TableLine[]>(() => keptLines(window.sessionStorage));
  const [isRunning, setRunning] = useState(false);
  const [stopped, setStopped] = useState<unknown>(null);
  const latest = useRef(lines);
  useEffect(() => {
    latest.current = lines;
    keepLines(window.sessionStorage, lines);
  }, [lines]);

  const patch = (id: string, make: (line: TableLine) => TableLine) =>
    setLines((before) => before.map((line) => (line.id === id ? make(line) : line)));
  const register = async (line: TableLine): Promise<boolean> => {
    try {
      const arrival = await registerPaper(line);
      const registered = { id: arrival.id, number: arrival.arrivalNumber ?? 0 };
      patch(line.id, (one) => ({ ...one, refusal: null, registered }));
      return true;
    } catch (error) {
      if (mayPass(error) || !(error instanceof ProblemError)) {
        setStopped(error);
        return false;
      }
      const { code, title, detail } = error.problem;
      patch(line.id, (one) => ({ ...one, refusal: { code, words: `${title}. ${detail}` } }));
      return true;
    }
  };

  return {
    lines,
    isRunning,
    stopped,
    add: (more) => {
      setLines((before) => {
        const kept = more === undefined ? before : before.filter((line) => !isEmpty(line));
        return [...kept, ...(more ?? [emptyLine(before.at(-1)?.fields)])];
      });
    },
    change: (id, part) => patch(id, (line) => changed(line, part)),
    allow: (id) => patch(id, (line) => ({ ...line, evenIfSame: true, refusal: null })),
    drop: (id) => {
      setLines((before) => {
        const left = before.filter((line) => line.id !== id);
        return left.length === 0 ? [emptyLine()] : left;
      });
    },
    clearRegistered: () => {
      setLines((before) => {
        const left = before.filter(({ registered }) => registered === null);
        return left.length === 0 ? [emptyLine()] : left;
      });
    },
    registerAll: async () => {
      setRunning(true);
      setStopped(null);
      for (const line of latest.current.filter((one) => isReady(one) && one.refusal === null)) {
        if (!(await register(line))) {
          break;
        }
      }
      setRunning(false);
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ['arrivals', 'desk', 'incoming-register'].includes(String(queryKey[0])),
      });
    },
  };
}

import { useState } from 'react';
import { added, nothingSelected, reachedTo, type Selection, toggled, without } from './selection.js';

/** The rows as they stand on the screen: what came in above and is held back is not among them. */
function shownIds(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-document]')].map((row) => row.dataset['document'] ?? '');
}

export interface UseSelection {
  readonly ids: Selection['ids'];
  /** On a phone: a tap selects. */
  readonly isSelecting: boolean;
  readonly setSelecting: (on: boolean) => void;
  readonly toggle: (id: string, withRange: boolean) => void;
  readonly toggleFocused: () => void;
  readonly selectShown: () => void;
  readonly drop: (done: ReadonlySet<string>) => void;
  readonly clear: () => void;
}

/** @param list - What the list shows: nothing of another list stays selected. */
export function useSelection(list: string): UseSelection {
  const [kept, setKept] = useState({ list, selection: nothingSelected });
  const selection = kept.list === list ? kept.selection : nothingSelected;
  const setSelection = (change: (now: Selection) => Selection) => {
    setKept((now) => ({ list, selection: change(now.list === list ? now.selection : nothingSelected) }));
  };
  const [isSelecting, setSelecting] = useState(false);
  const toggle = (id: string, withRange: boolean) => {
    setSelection((now) => (withRange ? reachedTo(now, id, shownIds()) : toggled(now, id)));
  };
  return {
    ids: selection.ids,
    isSelecting,
    setSelecting,
    toggle,
    toggleFocused: () => {
      const row = document.activeElement?.closest<HTMLElement>('[data-document]');
      const id = row?.dataset['document'];
      if (id !== undefined) {
        toggle(id, false);
      }
    },
    selectShown: () => setSelection((now) => added(now, shownIds())),
    drop: (done) => setSelection((now) => without(now, done)),
    clear: () => {
      setSelection(() => nothingSelected);
      setSelecting(false);
    },
  };
}

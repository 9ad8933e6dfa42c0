import { useLayoutEffect, useRef } from 'react';
import { keysAreOn } from './keys-on.js';

export type KeyBindings = Readonly<Record<string, () => void>>;

/** Keys that go on while they are held down; what does something happens once. */
const walking: ReadonlySet<string> = new Set(['j', 'k', 'n', 'p', '+', '-', '−']);

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select, [role="combobox"]') !== null)
  );
}

function aDialogIsOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"]') !== null;
}

/** Keys of one letter, as in a mail program; silent while someone writes or a dialog is open. */
export function useKeys(bindings: KeyBindings): void {
  const latest = useRef(bindings);
  // Before the page is painted: whoever sees a button may press its key.
  useLayoutEffect(() => {
    latest.current = bindings;
  });
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const withModifier = event.ctrlKey || event.metaKey || event.altKey;
      const isHeldDown = event.repeat && !walking.has(event.key);
      if (
        isHeldDown ||
        withModifier ||
        event.defaultPrevented ||
        !keysAreOn() ||
        isWriting(event.target) ||
        aDialogIsOpen()
      ) {
        return;
      }
      const act = latest.current[event.key];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

import { useSyncExternalStore } from 'react';

const keptUnder = 'vanthu.keys';
const listeners = new Set<() => void>();

export function keysAreOn(): boolean {
  return window.localStorage.getItem(keptUnder) !== 'off';
}

function listen(callback: () => void): () => void {
  listeners.add(callback);
  return () => {
    listeners.delete(callback);
  };
}

function setKeysOn(on: boolean): void {
  window.localStorage.setItem(keptUnder, on ? 'on' : 'off');
  for (const callback of listeners) {
    callback();
  }
}

/** Keys of one letter can be turned off, for people who speak or whose hand trembles (WCAG 2.1.4). */
export function useKeysOn(): [boolean, (on: boolean) => void] {
  return [useSyncExternalStore(listen, keysAreOn), setKeysOn];
}

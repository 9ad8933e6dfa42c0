import { useEffect, type MouseEvent, type RefObject } from 'react';

const opened: { href: string | undefined; from: URL | undefined } = { href: undefined, from: undefined };

/** The list at this path as it stood when a row of it was opened. */
export function listOpenedFrom(path: string): string | undefined {
  return opened.from?.pathname === path ? opened.from.pathname + opened.from.search : undefined;
}

/** Puts the focus back on the row that was opened, when its list comes up again, so that j and k go on from there. */
export function useReturnToRow(list: RefObject<HTMLElement | null>): (event: MouseEvent) => void {
  useEffect(() => {
    const rows = list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [];
    const row = [...rows].find(({ href }) => href === opened.href);
    if (row !== undefined) {
      opened.href = undefined;
      row.focus({ preventScroll: true });
    }
  }, [list]);

  return (event) => {
    if (event.target instanceof Element) {
      opened.href = event.target.closest<HTMLAnchorElement>('a[data-row]')?.href;
      opened.from = new URL(window.location.href);
    }
  };
}

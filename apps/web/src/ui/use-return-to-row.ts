import { useEffect, type MouseEvent, type RefObject } from 'react';

const opened: { href: string | undefined } = { href: undefined };

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
    }
  };
}

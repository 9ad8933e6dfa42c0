import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** After a step to another page the focus starts at its content, unless the page itself has placed it. */
export function useFocusOnArrival(): void {
  const pathname = useLocation({ select: (location) => location.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    const isNobodys = document.activeElement === null || document.activeElement === document.body;
    if (before.current !== pathname && isNobodys) {
      document.querySelector<HTMLElement>('#main')?.focus({ preventScroll: true });
    }
    before.current = pathname;
  }, [pathname]);
}

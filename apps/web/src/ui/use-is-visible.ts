import { useEffect, useState, type RefObject } from 'react';

/** The part of the page that scrolls the element, when it is not the page itself: margins only count from there. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  const scroller = element.closest<HTMLElement>('[data-scroller]');
  return scroller !== null && getComputedStyle(scroller).overflowY === 'auto' ? scroller : null;
}

export function useIsVisible(ref: RefObject<HTMLElement | null>, rootMargin: string): boolean {
  const [isVisible, setIsVisible] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        setIsVisible(entries.at(-1)?.isIntersecting === true);
      },
      { root: scrollerOf(element), rootMargin },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref, rootMargin]);
  return isVisible;
}

import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** What stands in the tab: drawn whenever the page or what waits changes. */
const shown = { page: '', waiting: 0 };

function draw(): void {
  document.title = shown.waiting > 0 ? `(${shown.waiting}) ${shown.page}` : shown.page;
}

export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('common.product');
  useEffect(() => {
    shown.page = title === '' ? product : `${title} · ${product}`;
    draw();
  }, [title, product]);
}

/** How much waits for the person, seen in the tab while they do something else. */
export function useWaitingInTitle(waiting: number): void {
  useEffect(() => {
    shown.waiting = waiting;
    draw();
    return () => {
      shown.waiting = 0;
    };
  }, [waiting]);
}

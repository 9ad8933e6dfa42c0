import { useEffect } from 'react';

/** Tells the server when this page is printed: a browser prints by itself, and who printed a document is on record. */
export function usePrintRecord(record: () => Promise<unknown>): void {
  useEffect(() => {
    const tell = () => {
      // Paper comes out whether the line holds or not; there is nothing that the reader could do about it.
      record().catch(() => undefined);
    };
    window.addEventListener('beforeprint', tell);
    return () => {
      window.removeEventListener('beforeprint', tell);
    };
  }, [record]);
}

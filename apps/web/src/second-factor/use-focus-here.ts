import { type RefObject, useEffect, useRef } from 'react';

/** Puts the cursor into the field that a step has just brought: the button that was pressed for it is gone. */
export function useFocusHere(): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);
  return field;
}

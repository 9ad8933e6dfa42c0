import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly onClick: () => void;
}

/** A way aside from the main one: a real button that looks like a link. */
export function TextButton({ children, onClick }: Props) {
  return (
    <Anchor component="button" type="button" size="sm" ta="left" onClick={onClick}>
      {children}
    </Anchor>
  );
}

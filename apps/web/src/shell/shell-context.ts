import { createContext, use } from 'react';

interface Shell {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
}

export const ShellContext = createContext<Shell>({ openPalette: () => undefined, openKeys: () => undefined });

export function useShell(): Shell {
  return use(ShellContext);
}

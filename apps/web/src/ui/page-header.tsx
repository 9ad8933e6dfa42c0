import type { ReactNode } from 'react';
import classes from './page-header.module.css';
import { usePageTitle } from './use-page-title.js';

interface Props {
  readonly title: string;
  readonly count?: number;
  readonly children?: ReactNode;
}

export function PageHeader({ title, count = 0, children }: Props) {
  usePageTitle(title);
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>
        {title}
        {count > 0 && <span className={classes.count}>{count}</span>}
      </h1>
      <div className={classes.tools}>{children}</div>
    </header>
  );
}

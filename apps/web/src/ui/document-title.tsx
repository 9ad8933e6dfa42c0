import type { ReactNode } from 'react';
import classes from './document-title.module.css';

export function DocumentTitle({ line, subject }: { readonly line: ReactNode; readonly subject: string }) {
  return (
    <div className={classes.title}>
      <div className={classes.line}>{line}</div>
      <h1 className={classes.subject} title={subject}>
        {subject}
      </h1>
    </div>
  );
}

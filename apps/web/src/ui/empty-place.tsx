import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './empty-place.module.css';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
}

export function EmptyPlace({ icon: Sign, title, text, level = 2, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <div className={classes.place}>
      <Sign size={40} stroke={1.2} aria-hidden className={classes.icon} />
      <Heading className={classes.title}>{title}</Heading>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  );
}

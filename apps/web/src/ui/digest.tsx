import classes from './digest.module.css';

/** A digest in groups of eight, as people compare it by eye. */
export function Digest({ value }: { readonly value: string }) {
  return <code className={classes.digest}>{value.match(/.{1,8}/g)?.join(' ') ?? value}</code>;
}

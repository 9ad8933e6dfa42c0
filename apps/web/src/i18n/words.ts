/** The same keys with other sentences: what a translation has to have, no more and no less. */
export type Translation<Words> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Translation<Words[Key]>;
};

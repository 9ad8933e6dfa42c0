interface Doing<Wish, Answer> {
  readonly mutateAsync: (wish: Wish) => Promise<Answer>;
}

interface Then<Answer> {
  readonly onSuccess: (answer: Answer) => void;
  readonly onError?: (error: unknown) => void;
}

/**
 * Like `mutate` with these callbacks, which TanStack Query drops when what asked has left the page: here the page may
 * have shown what was done, and taken away the button that asked for it, before the answer came.
 */
export function doThen<Wish, Answer>(
  doing: Doing<Wish, Answer>,
  wish: Wish,
  { onSuccess, onError = () => undefined }: Then<Answer>,
): void {
  doing.mutateAsync(wish).then(onSuccess, onError);
}

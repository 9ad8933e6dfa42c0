import { MutationObserver, QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { doThen } from './do-then.js';

/** As `useMutation` gives it to a component that is on the page until `leave` is called. */
function aComponent(answer: Promise<string>) {
  const observer = new MutationObserver(new QueryClient(), { mutationFn: () => answer });
  return { mutateAsync: (wish: string) => observer.mutate(wish as never), leave: observer.subscribe(() => undefined) };
}

describe('what follows an answer', () => {
  it('happens when the button has left the page meanwhile', async () => {
    let give: (answer: string) => void = () => undefined;
    const component = aComponent(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
    const heard = new Promise((onSuccess) => {
      doThen(component, 'cancel', { onSuccess });
    });
    component.leave();
    give('cancelled');
    expect(await heard).toBe('cancelled');
  });

  it('is the refusal, where it was refused', async () => {
    const component = aComponent(Promise.reject(new Error('sent already')));
    const heard = new Promise((onError) => {
      doThen(component, 'cancel', { onSuccess: () => onError('done'), onError });
    });
    expect(await heard).toEqual(new Error('sent already'));
  });
});

import { expect, it } from 'vitest';
import { withoutRepeats } from './without-repeats.js';

const by = (fullName: string) => ({ fullName, position: 'Chuyên viên' });

it('tells a row of saves as one, at the time of the last, and keeps what others did between', () => {
  const entry = (at: string, event: string, who: string) => ({
    at,
    event,
    actor: by(who),
    onBehalfOf: null,
    note: null,
  });
  const told = withoutRepeats([
    entry('1', 'document.drafted', 'Hoa'),
    entry('2', 'document.edited', 'Hoa'),
    entry('3', 'document.edited', 'Hoa'),
    entry('4', 'document.edited', 'Nga'),
    entry('5', 'document.edited', 'Hoa'),
  ]);
  expect(told.map(({ at }) => at)).toEqual(['1', '3', '4', '5']);
});

import { describe, expect, it } from 'vitest';
import { checkLastDay, dayBefore } from './post-days.js';

const today = '2017-05-02';

describe('the days of a post', () => {
  it('go back over months and leap days', () => {
    expect(dayBefore('2017-05-01')).toBe('2017-04-30');
    expect(dayBefore('2020-03-01')).toBe('2020-02-29');
    expect(dayBefore('2017-01-01')).toBe('2016-12-31');
  });

  it.each(['2017-05-01', '2017-05-02', '2020-01-01', null])('may end on %s', (validTo) => {
    expect(() => checkLastDay('2015-01-01', validTo, today)).not.toThrow();
  });

  it('may be taken back on the day on which they begin', () => {
    expect(() => checkLastDay(today, '2017-05-01', today)).not.toThrow();
  });

  it('do not end in the past', () => {
    expect(() => checkLastDay('2015-01-01', '2017-04-30', today)).toThrow('post.day-passed');
  });

  it('do not end before they begin', () => {
    expect(() => checkLastDay('2017-06-01', '2017-05-15', today)).toThrow('post.days-crossed');
  });
});

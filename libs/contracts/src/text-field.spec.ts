import { describe, expect, it } from 'vitest';
import { dayField, textField } from './text-field.js';

describe('a text field', () => {
  it.each(['Về việc kiện toàn Ban chỉ đạo', 'hai\ndòng\tvà\r\nba', '', '🖋 ký'])('takes %j', (text) => {
    expect(textField().parse(text)).toBe(text);
  });

  it.each(['a\0b', '\u001b[2J', '\u007f', '\ud83d', '\udd8b ký'])('refuses %j', (text) => {
    expect(textField().safeParse(text).success).toBe(false);
  });
});

describe('a day', () => {
  it('is one of the calendar of the database', () => {
    expect(dayField().safeParse('0001-01-01').success).toBe(true);
    expect(dayField().safeParse('0000-12-31').success).toBe(false);
    expect(dayField().safeParse('2017-02-29').success).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { faultsIn, noAnswers } from './answers.js';

const right = {
  name: 'Ủy ban nhân dân tỉnh Hòa Bình',
  abbreviation: 'UBND',
  code: 'H28',
  fullName: 'Trần Đức Long',
  userName: 'quantri',
  password: 'mường bi mùa lúa chín',
  again: 'mường bi mùa lúa chín',
};

describe('the answers of the first set-up', () => {
  it('are taken when all are right', () => {
    expect(faultsIn(right)).toEqual({});
  });

  it('are asked for where they are missing', () => {
    expect(faultsIn(noAnswers)).toEqual({
      name: 'missing',
      abbreviation: 'missing',
      code: 'missing',
      fullName: 'missing',
      userName: 'missing',
      password: 'missing',
    });
  });

  it('need a long password, twice the same, and a plain user name', () => {
    expect(faultsIn({ ...right, password: 'ngắn', again: 'ngắn' })).toEqual({ password: 'shortPassword' });
    expect(faultsIn({ ...right, again: 'khác' })).toEqual({ again: 'differs' });
    expect(faultsIn({ ...right, userName: 'Quản trị' })).toEqual({ userName: 'badUserName' });
  });
});

import { expect, it } from 'vitest';
import { bodyKey } from './body-key.js';

it('takes the same name at the same address for the same body, however it is written', () => {
  const first = bodyKey({ name: 'Công ty Điện lực  Hòa Bình', address: 'Số 1, đường Trần Hưng Đạo' });
  expect(bodyKey({ name: 'CÔNG TY ĐIỆN LỰC HÒA BÌNH ', address: 'Số 1,  đường Trần Hưng Đạo' })).toBe(first);
});

it.each([[{ name: 'Công ty Điện lực', address: 'Số 2' }], [{ name: 'Công ty Cấp nước', address: 'Số 1' }]])(
  'tells another name or another address apart: $name, $address',
  (other) => {
    expect(bodyKey(other)).not.toBe(bodyKey({ name: 'Công ty Điện lực', address: 'Số 1' }));
  },
);

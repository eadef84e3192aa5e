import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeNumbers, encodeNumber, encodeNumbers, frontCode, frontDecode } from './codec.ts';

test('numbers come back', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 0x7fffffff })), (values) => {
      expect(decodeNumbers(encodeNumbers(values))).toEqual(values);
    }),
  );
});

test('small numbers take one character', () => expect(encodeNumber(31)).toHaveLength(1));

test.each([-1, 1.5, 2 ** 31])('%s is refused', (value) =>
  expect(() => encodeNumber(value)).toThrow(RangeError),
);

test('a foreign character is named', () => expect(() => decodeNumbers('A党')).toThrow('“党” at 1'));

test('terms come back, long shared beginnings included', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'党建a'), maxLength: 14 })),
      (terms) => {
        const sorted = terms.filter((term) => term !== '').sort();
        expect(frontDecode(frontCode(sorted))).toEqual(sorted);
      },
    ),
  );
});

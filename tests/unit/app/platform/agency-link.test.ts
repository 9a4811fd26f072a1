import { expect, test } from 'vitest';
import { agencyLink, carriedIn, fieldsOf } from '#app/platform/agency-link.ts';

test('a link carries the day and the filters that are set, and leaves out the empty ones', () => {
  expect(agencyLink('/municipalities/0657', { asOf: '2027-03-01', find: '', since: undefined }, 'history')).toBe(
    '/municipalities/0657?asOf=2027-03-01#history',
  );
  expect(agencyLink('/readiness', { asOf: undefined })).toBe('/readiness');
});

test('a link to this page without a filter is "?", because an empty address would keep the old filters', () => {
  expect(agencyLink('', {})).toBe('?');
  expect(agencyLink('', { sort: 'name' }, 'table')).toBe('?sort=name#table');
});

test('letters outside a–z survive from address to address', () => {
  const address = agencyLink('', { find: 'ærø & øst' });
  expect(carriedIn(new URLSearchParams(address))).toEqual({ find: 'ærø & øst' });
});

test('a form keeps the same fields as a link', () => {
  expect(fieldsOf({ asOf: '2027-03-01', order: undefined, sort: 'name' })).toEqual([
    ['asOf', '2027-03-01'],
    ['sort', 'name'],
  ]);
});

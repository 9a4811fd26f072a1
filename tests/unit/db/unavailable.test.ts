import { expect, test } from 'vitest';
import { isUnavailable } from '#db/unavailable.ts';

const fault = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  fault('SQLITE_BUSY: database is locked', { code: 'SQLITE_BUSY' }),
  fault('SQLITE_FULL: database or disk is full', { code: 'SQLITE_FULL' }),
  fault('the database system is starting up', { code: '57P03' }),
  fault('terminating connection due to administrator command', { code: '57P01' }),
  fault('canceling statement due to statement timeout', { code: '57014' }),
  fault('deadlock detected', { code: '40P01' }),
  fault('Query read timeout'),
  fault('Connection terminated unexpectedly'),
  fault('connect ENOENT /tmp/.s.PGSQL.5432', { code: 'ENOENT', syscall: 'connect' }),
  fault('another', { cause: fault('connect ECONNREFUSED', { code: 'ECONNREFUSED' }) }),
])('a database that cannot serve anybody now is a reason to try again: %s', (error) => {
  expect(isUnavailable(error)).toBe(true);
});

test.each([
  fault('SQLITE_CONSTRAINT: UNIQUE', { code: 'SQLITE_CONSTRAINT' }),
  fault('duplicate key', { code: '23505' }),
  fault('column does not exist', { code: '42703' }),
  fault('no such file', { code: 'ENOENT', syscall: 'open' }),
  new TypeError('undefined is not a function'),
  'text',
  undefined,
])('a fault of ours or of the request is not: %s', (error) => {
  expect(isUnavailable(error)).toBe(false);
});

import { expect, test } from 'vitest';
import { type AuditEntry, auditHash } from '#app/use-cases/record/audit-hash.ts';

const line: AuditEntry = {
  seq: 7,
  at: '2026-11-24T09:00:00.000Z',
  actor: 'arne',
  action: 'role-granted',
  subject: 'vera',
  detail: 'agency',
  previous: 'x',
};

test.each([
  { seq: 8 },
  { at: '2026-11-25T09:00:00.000Z' },
  { actor: null },
  { action: 'role-revoked' },
  { subject: 'villy' },
  { detail: 'administrator' },
  { previous: 'y' },
])('an audit entry that has %o instead has another hash', (change) => {
  expect(auditHash({ ...line, ...change })).not.toBe(auditHash(line));
});

test('a word that moves to the next column of an audit entry changes its hash', () => {
  expect(auditHash({ ...line, subject: 'ver', detail: 'aagency' })).not.toBe(auditHash(line));
});

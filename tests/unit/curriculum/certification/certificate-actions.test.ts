import { expect, test } from 'vitest';
import { actionsOf } from '#curriculum/certification/certificate-actions.ts';

test.each([
  ['not-yet', ['suspend', 'revoke']],
  ['valid', ['replace', 'suspend', 'revoke']],
  ['renewal-open', ['replace', 'suspend', 'revoke']],
  ['suspended', ['lift', 'revoke']],
  ['revoked', ['reissue']],
  ['expired', []],
  ['replaced', []],
  ['superseded', []],
] as const)('a certificate that is %s allows these actions: %j', (status, actions) =>
  expect(actionsOf(status)).toEqual(actions),
);

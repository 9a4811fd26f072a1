import { describe, expect, test } from 'vitest';
import { ownReason, reasonText } from '#app/words/withheld-reason.ts';
import { wordsIn } from '#app/words/words.server.ts';

describe.each([
  ['da', 'Bevis 2026-00009 er midlertidigt sat ud af kraft.', 'Der er ikke længere et bevis, der kan fornyes.'],
  ['en', 'Certificate 2026-00009 is suspended.', 'There is no longer a certificate to renew.'],
] as const)('in %s', (language, suspended, nothing) => {
  const common = wordsIn(language).getFixedT(null, 'common');

  test('a reason from the service is shown in the language of the reader', () => {
    expect(reasonText(common, ownReason('former-suspended', '2026-00009'))).toBe(suspended);
    expect(reasonText(common, ownReason('nothing-to-renew'))).toBe(nothing);
    expect(reasonText(common, ownReason('letters-missing', '美 <b>'))).toContain(': 美 <b>');
    expect(reasonText(common, ownReason('key-not-in-force'))).not.toContain('withheld');
  });

  test('a reason that somebody wrote is shown as it was written', () => {
    for (const written of ['To afleveringer er ens.', 'withheld: no', 'withheld:because:x'])
      expect(reasonText(common, written)).toBe(written);
  });
});

import { expect, test } from 'vitest';
import { joinAffiliations } from '#curriculum/affiliation/join-affiliations.ts';
import type { Affiliation } from '#curriculum/affiliation/put-right.ts';

const at = (id: string, library: string, from: string, until: string | null, guidesFrom: string | null = null) =>
  ({ id, library, from, until, guidesFrom }) satisfies Affiliation;

test('two records at two libraries become a move on the day the later one began, and who is certified guides there', () => {
  const kept = [at('a', 'herning', '2020-01-01', null, '2026-01-10')];
  const lost = [at('b', 'odense', '2026-11-24', null)];
  expect(joinAffiliations(kept, lost, '2026-01-10')).toEqual({
    ok: true,
    changed: [
      at('a', 'herning', '2020-01-01', '2026-11-24', '2026-01-10'),
      at('b', 'odense', '2026-11-24', null, '2026-11-24'),
    ],
  });
});

test('what both records have at one library counts once', () => {
  const kept = [at('a', 'herning', '2020-01-01', null)];
  expect(joinAffiliations(kept, [at('b', 'herning', '2026-11-24', null)], undefined)).toEqual({
    ok: true,
    changed: [at('b', 'herning', '2026-11-24', '2026-11-24')],
  });
  const apart = [at('b', 'odense', '2015-01-01', '2020-01-01')];
  expect(joinAffiliations(kept, apart, undefined)).toEqual({ ok: true, changed: [] });
});

test('affiliations that contradict each other are refused', () => {
  const kept = [at('a', 'herning', '2020-01-01', null)];
  expect(joinAffiliations(kept, [at('b', 'odense', '2020-01-01', null)], undefined)).toEqual({ ok: false });
  expect(joinAffiliations(kept, [at('b', 'odense', '2021-01-01', '2022-01-01')], undefined)).toEqual({ ok: false });
});

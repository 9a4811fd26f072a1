import { expect, test } from 'vitest';
import { type PeerSessionDraft, peerSessionIssuesOf } from '#curriculum/partners/peer-session.ts';

const session: PeerSessionDraft = {
  onDay: '2026-12-08',
  startsAt: '13:00',
  place: 'Herning Bibliotek',
  topic: 'Rettigheder',
  seats: '8',
  taken: '4',
};
const issues = (more: Partial<PeerSessionDraft>) =>
  peerSessionIssuesOf({ ...session, ...more }, { earliest: '2026-11-24' }).map(
    ({ field, problem }) => `${field} ${problem}`,
  );

test.each([
  [{}, []],
  [{ onDay: '2026-11-24', startsAt: '', taken: '8' }, []],
  [{ onDay: '2026-11-23' }, ['onDay past']],
  [{ onDay: '2026-11-31' }, ['onDay not-a-day']],
  [{ onDay: '' }, ['onDay missing']],
  [{ startsAt: '25:00' }, ['startsAt not-a-time']],
  [{ place: ' ', topic: 'x'.repeat(121) }, ['place missing', 'topic too-long']],
  [{ seats: '0' }, ['seats not-a-number', 'taken more-than-seats']],
  [{ seats: 'otte' }, ['seats not-a-number']],
  [{ taken: '-1' }, ['taken not-a-number']],
  [{ taken: '9' }, ['taken more-than-seats']],
] as [Partial<PeerSessionDraft>, string[]][])('a session for colleagues with %j is answered by %j', (more, expected) =>
  expect(issues(more)).toEqual(expected),
);

import { describe, expect, test } from 'vitest';
import { type MeetingDraft, meetingIssuesOf } from '#curriculum/partners/meeting.ts';

const today = '2026-11-24';
const held: MeetingDraft = {
  onDay: '2026-11-20',
  startsAt: '',
  place: '',
  partners: 'Erhvervsråd',
  held: true,
  decisions: 'Åben rådgivning',
  nextStep: '',
  nextOwner: '',
  nextOn: '',
};
const planned: MeetingDraft = { ...held, held: false, onDay: '2026-12-01', decisions: '' };
const issues = (draft: MeetingDraft) =>
  meetingIssuesOf(draft, today).map(({ field, problem }) => `${field} ${problem}`);

describe('a meeting', () => {
  test('that was held today or before, and one that is planned from today on, can be recorded', () => {
    expect([held, { ...held, onDay: today }, planned, { ...planned, onDay: today }].map(issues)).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
  test('cannot have been held on a day that has not come, nor be planned for one that has passed', () => {
    expect(issues({ ...held, onDay: '2026-11-25' })).toEqual(['onDay not-yet']);
    expect(issues({ ...planned, onDay: '2026-11-23' })).toEqual(['onDay past']);
  });
  test('has decisions exactly when it was held', () => {
    expect(issues({ ...held, decisions: ' ' })).toEqual(['decisions missing']);
    expect(issues({ ...planned, decisions: 'Noget' })).toEqual(['decisions not-held']);
  });
  test('has a whole next step or none, and none before the meeting', () => {
    const step = { nextStep: 'Skriv seddel', nextOwner: 'KL', nextOn: '2026-11-20' };
    expect(issues({ ...held, ...step })).toEqual([]);
    expect(issues({ ...held, nextStep: 'Skriv seddel' })).toEqual(['nextOwner missing', 'nextOn missing']);
    expect(issues({ ...held, nextOn: '2027-01-01' })).toEqual(['nextStep missing', 'nextOwner missing']);
    expect(issues({ ...held, ...step, nextOn: '2026-11-19' })).toEqual(['nextOn before-meeting']);
    expect(issues({ ...planned, ...step })).toEqual([]);
  });
  test('is refused with a day or a time that does not exist, nobody in it and too much text', () => {
    expect(issues({ ...held, onDay: '2026-11-31' })).toEqual(['onDay not-a-day']);
    expect(issues({ ...held, onDay: '' })).toEqual(['onDay missing']);
    expect(issues({ ...held, startsAt: '24:00' })).toEqual(['startsAt not-a-time']);
    expect(issues({ ...held, partners: '' })).toEqual(['partners missing']);
    expect(issues({ ...held, place: 'x'.repeat(121) })).toEqual(['place too-long']);
  });
});

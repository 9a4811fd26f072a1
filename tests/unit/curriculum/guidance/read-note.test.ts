import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offeredOn, parseTopics } from '#curriculum/guidance/parse-topics.ts';
import { readNote } from '#curriculum/guidance/read-note.ts';

const file = 'curriculum/guidance/topics.yaml';
const text = readFileSync(file, 'utf8');
const parsed = parseTopics(text, file);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const { topics } = parsed;
const today = '2026-11-30';
const read = (given: Parameters<typeof readNote>[0]) => readNote(given, { topics, today });
const two = { topic: 'vat', outcome: 'completed' };

describe('a note of guidance', () => {
  test('needs a topic and an outcome, and is of today if it says no day', () => {
    expect(read(two)).toEqual({
      ok: true,
      note: {
        ...{ topic: 'vat', outcome: 'completed', blocked: null, channel: null, distance: null },
        ...{ minutes: null, referredTo: null, onDay: today },
      },
    });
    expect(read({})).toEqual({
      ok: false,
      issues: [
        { field: 'topic', reason: 'missing' },
        { field: 'outcome', reason: 'missing' },
      ],
    });
  });

  test('keeps what else was said', () => {
    const more = { blocked: 'rights-missing', channel: 'local-paper', distance: '5-15', minutes: '25' };
    expect(read({ ...two, ...more, referredTo: ' SKATs hotline ', onDay: '2026-11-02' })).toMatchObject({
      ok: true,
      note: { ...more, minutes: 25, referredTo: 'SKATs hotline', onDay: '2026-11-02' },
    });
  });

  test.each([
    [{ minutes: '0' }, 'minutes', 'not-minutes'],
    [{ minutes: '601' }, 'minutes', 'not-minutes'],
    [{ minutes: '1e1' }, 'minutes', 'not-minutes'],
    [{ onDay: '2026-12-01' }, 'onDay', 'ahead'],
    [{ onDay: '2026-10-29' }, 'onDay', 'too-old'],
    [{ onDay: '2026-02-30' }, 'onDay', 'not-a-day'],
    [{ blocked: 'weather' }, 'blocked', 'unknown'],
    [{ channel: 'pigeon' }, 'channel', 'unknown'],
    [{ distance: '14' }, 'distance', 'unknown'],
    [{ referredTo: 'x'.repeat(101) }, 'referredTo', 'too-long'],
    [{ referredTo: 'Vera, 20 30 40 50' }, 'referredTo', 'phone'],
    [{ topic: 'rights' }, 'topic', 'missing'],
  ] as const)('with %j is refused', (wrong, field, reason) =>
    expect(read({ ...two, ...wrong })).toEqual({ ok: false, issues: [{ field, reason }] }),
  );
});

describe('the file of topics', () => {
  test('offers a topic until its last day', () => {
    expect(offeredOn(topics, '2026-11-28').map(({ key }) => key)).toContain('rights');
    expect(offeredOn(topics, '2026-11-29').map(({ key }) => key)).not.toContain('rights');
  });
  test('is refused with the line of a solution that does not exist and of a key that is there twice', () => {
    const wrong = text
      .replace('solution: nemrefusion', 'solution: nemt')
      .replace('key: moving\n', 'key: digital-post\n');
    const answer = parseTopics(wrong, file);
    expect(answer.ok).toBe(false);
    if (answer.ok) return;
    expect(answer.problems.map(({ path, message }) => [path, message])).toEqual([
      ['solutions.4.key', '"digital-post" is there already.'],
      ['topics.2.solution', 'There is no solution "nemt".'],
      ['topics.4.solution', 'There is no solution "moving".'],
    ]);
    expect(answer.problems.every(({ line }) => line > 1)).toBe(true);
  });
});

import { afterEach, expect, test } from 'vitest';
import { searchEverything } from '#app/use-cases/search-everything.server.ts';
import { ownLetters } from '#app/use-cases/study/own-letters.server.ts';
import { ownMarks } from '#app/use-cases/study/own-marks.server.ts';
import { longestNote, saveNote } from '#app/use-cases/study/save-note.server.ts';
import { seeNote } from '#app/use-cases/study/see-note.server.ts';
import { setBookmark } from '#app/use-cases/study/set-bookmark.server.ts';
import { insertMail } from '#db/queries/outbox.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { type FakeWorld, fakeWorld, libraries, pass, somebody } from '../../../world.ts';

onBothDatabases('notes, bookmarks and words of the own course', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  const started = async () => {
    world = await fakeWorld(await fresh());
    const cast = await castOf(world);
    const { enrolmentId } = await begin(world, cast);
    return { ...cast, place: { enrolmentId, step: 'm1', section: 'oplaeg' } };
  };

  test('a note is kept for its writer alone, replaced by the next and taken away by an empty one', async () => {
    const { adviser, leader, place } = await started();
    expect(await saveNote(world, adviser, { ...place, text: ' Først princippet \r\nså trinene ' })).toMatchObject({
      ok: true,
    });
    expect((await seeNote(world, adviser, place))?.text).toBe('Først princippet \nså trinene');
    pass(world, 1);
    await saveNote(world, adviser, { ...place, text: 'Princippet først' });
    expect((await ownMarks(world, adviser)).notes).toMatchObject([
      { text: 'Princippet først', section: 'Oplæg', to: `/enrolments/${place.enrolmentId}/steps/m1#oplaeg` },
    ]);
    expect(await seeNote(world, leader, place), 'the leader of the hold').toBeUndefined();
    expect(await saveNote(world, leader, { ...place, text: 'x' })).toEqual({ ok: false, reason: 'not-found' });
    expect((await ownMarks(world, leader)).notes).toEqual([]);
    await saveNote(world, adviser, { ...place, text: '  ' });
    expect((await ownMarks(world, adviser)).notes).toEqual([]);
  });

  test('what looks like a citizen’s number or address is refused, and the note stays as it was', async () => {
    const { adviser, place } = await started();
    await saveNote(world, adviser, { ...place, text: 'God at huske' });
    for (const [text, what] of [
      ['Karen 010101-1234', 'cpr'],
      ['ring 12 34 56 78', 'phone'],
      ['karen@example.dk', 'email'],
    ])
      expect(await saveNote(world, adviser, { ...place, text: text! })).toEqual({
        ok: false,
        reason: 'personal',
        what,
      });
    expect(await saveNote(world, adviser, { ...place, text: 'x'.repeat(longestNote + 1) })).toMatchObject({
      ok: false,
      reason: 'too-long',
    });
    expect((await seeNote(world, adviser, place))?.text).toBe('God at huske');
  });

  test('a text has one bookmark: a new one moves it, and only its owner sets it', async () => {
    const { adviser, colleague, place } = await started();
    const mark = (section: string, marked = true) => setBookmark(world, adviser, { ...place, section, marked });
    await mark('oplaeg');
    await mark('opgave');
    expect((await ownMarks(world, adviser)).bookmarks.map(({ section }) => section)).toEqual(['Opgave']);
    expect(await mark('findes-ikke')).toEqual({ ok: false, reason: 'not-found' });
    expect(await setBookmark(world, colleague, { ...place, marked: false })).toEqual({
      ok: false,
      reason: 'not-found',
    });
    await mark('opgave', false);
    expect((await ownMarks(world, adviser)).bookmarks).toEqual([]);
  });

  test('an adviser finds words in open texts, in the glossary and in own notes, and nobody’s name', async () => {
    const { adviser, place } = await started();
    await saveNote(world, adviser, { ...place, text: 'Husk passagersyndromet' });
    const found = await searchEverything(world, adviser, 'passagersyndrom');
    expect(found.learned.sections.map(({ to }) => to.split('/steps/')[1]?.split('#')[0])).toContain('m1');
    expect(found.learned.terms.map(({ id }) => id)).toEqual(['passagersyndrom']);
    expect(found.learned.notes.map(({ text }) => text)).toEqual(['Husk passagersyndromet']);
    const moms = await searchEverything(world, adviser, 'TastSelv');
    expect(moms.learned.sections, 'lessons that are not open yet').toEqual([]);
    expect((await searchEverything(world, adviser, 'Karla')).people).toEqual([]);
  });

  test('somebody reads the letters to their address since it is theirs, and no key among them', async () => {
    const { adviser } = await started();
    const { email } = await world.db
      .selectFrom('person')
      .select('email')
      .where('id', '=', adviser.personId)
      .executeTakeFirstOrThrow();
    const letter = (key: string, created_at: string, recipient = email!) =>
      insertMail(world.db, {
        ...{ id: key, dedupe_key: key, recipient, subject: key, body: `Hej\n-- \nfod`, sent_at: null, language: 'da' },
        created_at,
      });
    const before = await ownLetters(world, adviser, 1);
    await letter('graded:1', world.now());
    await letter('code:1', world.now());
    await letter('confirm-email:1', world.now());
    await letter('graded:2', '2001-01-01T00:00:00.000Z');
    await letter('graded:3', world.now(), 'anden@bibliotek.example');
    const { letters } = await ownLetters(world, adviser, 1);
    const known = new Set(before.letters.map(({ id }) => id));
    expect(letters.filter(({ id }) => !known.has(id)).map(({ subject, text }) => [subject, text])).toEqual([
      ['graded:1', 'Hej'],
    ]);
    const other = await somebody(world, { givenName: 'Ny', roles: ['adviser'], library: libraries.herning });
    expect((await ownLetters(world, other, 1)).letters).toEqual([]);
  });
});

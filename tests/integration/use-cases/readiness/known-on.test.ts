import { afterEach, expect, test } from 'vitest';
import { guidanceFigures } from '#app/use-cases/guidance/figures/guidance-figures.server.ts';
import { obligationsOn } from '#app/use-cases/obligations/obligations-on.server.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { answerQuestion } from '#app/use-cases/readiness/questions/answer-question.server.ts';
import type { Question } from '#app/use-cases/readiness/questions/answers.ts';
import { readinessOn } from '#app/use-cases/readiness/readiness-on.server.ts';
import { seeMunicipality } from '#app/use-cases/readiness/see-municipality.server.ts';
import { recordRollout } from '#app/use-cases/rollout/record-rollout.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { insertGuidance } from '#db/queries/guidance.ts';
import { onBothDatabases } from '../../../databases.ts';
import { putCertificate } from '../../../put-certificate.ts';
import { type FakeWorld, fakeWorld, libraries, somebody } from '../../../world.ts';

const [asOf, before, after] = ['2026-11-10', '2026-11-12', '2026-11-20'];

onBothDatabases('what was known on a day', (_, fresh) => {
  let world: FakeWorld;
  let agency: Viewer;
  afterEach(() => world.close());

  /** Everything is about the tenth and recorded on the fifteenth. */
  async function recordedLate() {
    world = await fakeWorld(await fresh(), { now: '2026-11-01T09:00:00.000Z' });
    agency = await somebody(world, { givenName: 'Stine', roles: ['agency'] });
    world.clock.at = '2026-11-15T09:00:00.000Z';
    const vera = await somebody(world, { givenName: 'Vera', roles: ['adviser'], library: libraries.horsens });
    await putCertificate(world, {
      ...{ personId: vera.personId, number: '2026-00001', code: 'K7QM1', issuedOn: asOf, valid_until: '2026-12-01' },
      recorded_at: world.now(),
    });
    const paper = { serviceId: 'tjeneste-0615', gate: 'aftale', value: 'opfyldt', note: 'Set', lastDay: '' };
    expect(await recordEvidence(world, agency, { ...paper, observedOn: asOf })).toEqual({ ok: true });
    const invited = { serviceId: 'tjeneste-0615', type: 'invited', onDay: asOf, note: 'Brev' };
    expect((await recordRollout(world, agency, invited)).ok).toBe(true);
    await insertGuidance(world.db, {
      ...{
        id: world.newId(),
        client_op_id: world.newId(),
        person_id: vera.personId,
        library_number: libraries.horsens,
      },
      ...{ on_day: asOf, reason: 'mitid', outcome: 'completed', recorded_at: world.now() },
      ...{ blocked: null, channel: null, distance: null, referred_to: null, minutes: null },
    });
    world.clock.at = '2026-11-24T09:00:00.000Z';
  }

  test('leaves out what was recorded later, on the page of a municipality and in every question', async () => {
    await recordedLate();
    const seen = async (knownOn?: string) => {
      const place = (await seeMunicipality(world, agency, { code: '0615', asOf, knownOn, language: 'da' }))!;
      const { value } = place.gates.find(({ key }) => key === 'aftale')!;
      return [place.staff.length, place.history.length, value];
    };
    expect(await seen(before)).toEqual([0, 0, 'ukendt']);
    expect(await seen(after)).toEqual([1, 2, 'opfyldt']);
    expect(await seen()).toEqual(await seen(after));
    const rows = async (question: Question, knownOn?: string) => {
      const now = (await readinessOn(world, agency, asOf, knownOn))!;
      const answer = await answerQuestion(world, question, { now });
      return answer.rows.filter((row) => 'codes' in row && row.codes.includes('0615')).length;
    };
    expect([await rows('expiring', before), await rows('expiring', after)]).toEqual([0, 1]);
    expect([await rows('invitations', before), await rows('invitations', after)]).toEqual([0, 1]);
    expect(await rows('knowledge', before)).toBe((await rows('knowledge', after)) + 3);
  });

  test('holds for the guidance log and the obligations too', async () => {
    await recordedLate();
    const sessions = async (knownOn?: string) =>
      (await guidanceFigures(world, asOf, ['tjeneste-0615'], knownOn)).sessions;
    expect([await sessions(before), await sessions(after), await sessions()]).toEqual([0, 1, 1]);
    const certified = async (knownOn?: string) => {
      const { areas } = await obligationsOn(world, asOf, 'all', knownOn);
      return areas[0]!.untrained.find(({ code }) => code === '0615')!.certified;
    };
    expect([await certified(before), await certified(after), await certified()]).toEqual([0, 1, 1]);
  });
});

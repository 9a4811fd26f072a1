import type { World } from '#app/platform/world.server.ts';
import { byService } from '#app/use-cases/readiness/by-service.ts';
import { eachByItself } from '#app/use-cases/record/each-by-itself.server.ts';
import { writeLetter } from '#app/use-cases/record/write-letter.server.ts';
import { formatDay } from '#app/words/format.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import { latestPaper } from '#curriculum/readiness/paper.ts';
import { versionOn } from '#curriculum/readiness/parse-policy.ts';
import { papersFalling } from '#curriculum/readiness/readiness-of.ts';
import { listServiceAgreements } from '#db/queries/agreement.ts';
import { evidenceReminderKey, listEvidence, listEvidenceToRemind } from '#db/queries/evidence.ts';
import { listMunicipalities } from '#db/queries/place.ts';

const mark = 30;

/**
 * Reminds the contact persons of a library service 30 days before a paper is too old, once for each paper. One that a newer
 * paper or an agreement has taken the place of gets no reminder.
 */
export async function remindOfEvidence(world: World): Promise<void> {
  const day = dayOf(world.now());
  const rules = versionOn(world.policy, day);
  const gates = Object.entries(rules.freshnessDays).map(([gate, fresh]) => ({
    gate,
    seenFrom: addDays(day, 1 - fresh),
    seenBy: addDays(day, mark + 1 - fresh),
  }));
  const due = await listEvidenceToRemind(world.db, { day, expiresBy: addDays(day, mark + 1), gates });
  if (due.length === 0) return;
  const services = [...new Set(due.map(({ serviceId }) => serviceId))];
  const [evidence, agreements, places] = await Promise.all([
    listEvidence(world.db, { day, services }),
    listServiceAgreements(world.db, { services }),
    listMunicipalities(world.db, { day, services }),
  ]);
  const [papers, agreed] = [byService(evidence), byService(agreements)];
  const falling = due.flatMap((row) => {
    const facts = { evidence: papers.get(row.serviceId) ?? [], agreements: agreed.get(row.serviceId) ?? [] };
    const falls = papersFalling(world.policy, facts, { from: day, to: addDays(day, mark + 1) }).find(
      ({ gate }) => gate === row.gate,
    );
    const counts = latestPaper(rules, facts.evidence, row.gate, day)?.id === row.id;
    return falls && counts ? [{ ...row, lastDay: falls.lastDay }] : [];
  });
  await eachByItself(
    world,
    'evidence',
    falling,
    ({ id }) => id,
    (row) =>
      writeLetter(world, world.db, {
        personId: row.personId,
        key: evidenceReminderKey(row),
        template: 'evidence-ends',
        words: (language) => ({
          gate: world.policy.gates.find(({ key }) => key === row.gate)?.title[language] ?? row.gate,
          last: formatDay(language, row.lastDay),
          url: `${world.publicUrl}/municipalities/${places.find(({ serviceId }) => serviceId === row.serviceId)?.code ?? ''}?gate=${row.gate}#record`,
        }),
      }),
  );
}

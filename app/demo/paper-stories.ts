import { serviceIdOf } from '#app/use-cases/places/service-id-of.ts';
import { recordEvidence } from '#app/use-cases/readiness/evidence/record-evidence.server.ts';
import { giveOverride } from '#app/use-cases/readiness/overrides/give-override.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';
import { sampleDocument } from './sample-document.ts';

/** Papers with a document, what a contact person says and nobody has confirmed, and an override. */
export async function playPapers(cast: Cast): Promise<void> {
  const paper = async (title: string) => ({ name: `${title}-eksempel.pdf`, bytes: await sampleDocument(title) });
  const seen = addDays(cast.today, -8);
  requireOk(
    await recordEvidence(clockAt(cast, 8).world, cast.agency, {
      ...{ serviceId: serviceIdOf('0230'), gate: 'rum_udstyr', value: 'opfyldt', observedOn: seen, lastDay: '' },
      ...{ note: 'Tjekliste fra besøg (eksempel)', files: [await paper('Tjekliste')] },
    }),
  );
  const stated = addDays(cast.today, -3);
  requireOk(
    await recordEvidence(clockAt(cast, 3).world, cast.contact, {
      ...{ serviceId: serviceIdOf('0615'), gate: 'rum_udstyr', value: 'opfyldt', observedOn: stated, lastDay: '' },
      ...{ note: 'Vi har fået et lukket rum. Printeren virker. (eksempel)', files: [await paper('Rum')] },
    }),
  );
  requireOk(
    await giveOverride(clockAt(cast, 2).world, cast.agency, {
      ...{ serviceId: serviceIdOf('0210'), decidedBy: 'Sonja Eksempel, kontorchef' },
      ...{ reason: 'Den nye åbningsplan er lovet. Borgerservice henviser indtil da. (eksempel)' },
      ...{ from: addDays(cast.today, -2), lastDay: addDays(cast.today, 90) },
    }),
  );
}

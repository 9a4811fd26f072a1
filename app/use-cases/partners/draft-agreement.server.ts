import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { agreementPurposes } from '#curriculum/partners/agreement.ts';
import { type AgreementView, seeAgreement } from './see-agreement.server.ts';

type Fields = Record<'service' | 'purpose' | 'partner' | 'about' | 'signedBy' | 'from' | 'lastDay' | 'why', string>;

/**
 * What stands in the form to begin with: the agreement that is corrected, or one that goes on for a year where another
 * ends, or nothing.
 */
export async function draftAgreement(
  world: World,
  viewer: Viewer,
  { renews, of }: { renews: string; of: AgreementView | undefined },
): Promise<{ fields: Fields; purposes: typeof agreementPurposes; renewed: { id: string; partner: string } | null }> {
  const former = of ?? (renews ? await seeAgreement(world, viewer, renews) : undefined);
  const next = former && addDays(former.lastDay, 1);
  const fields = {
    service: former?.serviceId ?? '',
    purpose: former?.purpose ?? 'cooperation',
    partner: former?.partner ?? '',
    about: former?.about ?? '',
    signedBy: former?.signedBy ?? '',
    from: of ? of.from : (next ?? ''),
    lastDay: of ? of.lastDay : next ? addDays(addMonths(next, 12), -1) : '',
    why: '',
  };
  return {
    fields,
    purposes: agreementPurposes,
    renewed: former && !of ? { id: former.id, partner: former.partner } : null,
  };
}

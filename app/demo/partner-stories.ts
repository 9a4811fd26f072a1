import { recordAgreement } from '#app/use-cases/partners/record-agreement.server.ts';
import { recordMeeting } from '#app/use-cases/partners/record-meeting.server.ts';
import { recordOutreach } from '#app/use-cases/partners/record-outreach.server.ts';
import { recordPeerSession } from '#app/use-cases/partners/record-peer-session.server.ts';
import { remindOfAgreements } from '#app/use-cases/partners/remind-of-agreements.server.ts';
import { sendNetworkMessage } from '#app/use-cases/partners/send-network-message.server.ts';
import { serviceIdOf } from '#app/use-cases/places/service-id-of.ts';
import { addDays, addMonths } from '#curriculum/calendar/calendar-day.ts';
import { requireOk } from './adviser.ts';
import { type Cast, clockAt } from './cast.ts';
import { sampleDocument } from './sample-document.ts';

type Agreed = { partner: string; about: string; monthsAgo: number; daysLeft: number };

/** Invented agreements of the whole country with partners of the time. */
const national: Agreed[] = [
  { partner: 'Erhvervsstyrelsen', about: 'It-hjælp til virksomheder', monthsAgo: 11, daysLeft: 62 },
  { partner: 'Digitaliseringsstyrelsen', about: 'Materialer om Digital Post', monthsAgo: 9, daysLeft: 88 },
  { partner: 'KL', about: 'Henvisning til borgerservice', monthsAgo: 10, daysLeft: 428 },
  { partner: 'Skattestyrelsen', about: 'Kontakt om fejl i TastSelv', monthsAgo: 3, daysLeft: 274 },
  { partner: 'Eksempelforeningen', about: 'Kampagneuger', monthsAgo: 4, daysLeft: 244 },
];

type Met = {
  code: string | null;
  daysAgo: number;
  partners: string;
  decisions: string;
  nextStep: string;
  nextOwner: string;
  nextInDays: number;
};

/** Invented meetings, national and local; one is still to come. */
const meetings: Met[] = [
  {
    ...{ code: null, daysAgo: 40, partners: 'Skattestyrelsen', decisions: 'Fejl sendes samlet hver måned' },
    ...{ nextStep: 'Send listen over fejl', nextOwner: 'Styrelsen', nextInDays: 2 },
  },
  {
    ...{ code: '0230', daysAgo: 27, partners: 'Ældreråd', decisions: 'Fire møder i foråret' },
    ...{ nextStep: 'Find en vejleder', nextOwner: 'Biblioteket', nextInDays: 90 },
  },
  {
    ...{ code: '0657', daysAgo: 19, partners: 'Erhvervsråd, revisorer', decisions: 'Åben rådgivning hver onsdag' },
    ...{ nextStep: 'Første gang', nextOwner: 'Biblioteket', nextInDays: 44 },
  },
  {
    ...{ code: null, daysAgo: 12, partners: 'KL, borgerservicechefer', decisions: 'Fælles seddel om henvisning' },
    ...{ nextStep: 'Prøv den i Odense', nextOwner: 'KL', nextInDays: 50 },
  },
  {
    ...{ code: null, daysAgo: -9, partners: 'Digitaliseringsstyrelsen', decisions: '' },
    ...{ nextStep: 'Send dagsorden', nextOwner: 'Styrelsen', nextInDays: 2 },
  },
];

type Effort = {
  code: string;
  channel: string;
  daysAgo: number;
  place: string;
  amount: number;
  cost: string;
  answer?: string;
};

/** Invented outreach of three places. */
const efforts: Effort[] = [
  { code: '0657', channel: 'local-paper', daysAgo: 33, place: 'Lokalavisen i Herning', amount: 2, cost: '' },
  { code: '0657', channel: 'posters', daysAgo: 30, place: 'Butikker i midtbyen', amount: 25, cost: '1200' },
  { code: '0657', channel: 'local-paper', daysAgo: 11, place: 'Lokalavisen i Herning', amount: 1, cost: '' },
  { code: '0230', channel: 'flyers', daysAgo: 25, place: 'Borgerservice', amount: 400, cost: '2600' },
  { code: '0230', channel: 'invitation', daysAgo: 60, place: 'Ældrerådet', amount: 1, cost: '', answer: 'yes' },
  { code: '0461', channel: 'web', daysAgo: 50, place: 'Bibliotekets hjemmeside', amount: 1, cost: '' },
  { code: '0461', channel: 'local-paper', daysAgo: 48, place: 'Ugeavisen', amount: 1, cost: '' },
  { code: '0461', channel: 'invitation', daysAgo: 45, place: 'Håndværkerforeningen', amount: 1, cost: '' },
];

/** Invented sessions to come in which colleagues teach each other. */
const sessions = [
  { code: '0657', inDays: 8, place: 'Herning Bibliotek', topic: 'Rettigheder i MitID Erhverv', seats: '8', taken: '4' },
  { code: '0265', inDays: 45, place: 'Roskilde Bibliotek', topic: 'Moms: nulindberetning', seats: '8', taken: '2' },
  { code: '0851', inDays: 58, place: 'Aalborg Bibliotek', topic: 'Når borgeren har fuldmagt', seats: '6', taken: '6' },
];

async function meet(cast: Cast, met: Met): Promise<void> {
  const held = met.daysAgo > 0;
  const { world } = clockAt(cast, Math.max(0, met.daysAgo - 1));
  requireOk(
    await recordMeeting(world, cast.agency, {
      serviceId: met.code ? serviceIdOf(met.code) : '',
      held,
      onDay: addDays(cast.today, -met.daysAgo),
      startsAt: held ? '' : '10:00',
      place: '',
      partners: met.partners,
      decisions: met.decisions,
      nextStep: met.nextStep,
      nextOwner: met.nextOwner,
      nextOn: addDays(cast.today, met.nextInDays),
    }),
  );
}

/** What the agency and the libraries have agreed with others, and whom they have met. */
export async function playPartners(cast: Cast): Promise<void> {
  const file = { name: 'aftale-eksempel.pdf', bytes: await sampleDocument('Aftale') };
  const agree = async (given: Agreed & { serviceId: string; purpose: string }) => {
    const from = addMonths(cast.today, -given.monthsAgo);
    const { world } = clockAt(cast, given.monthsAgo * 30);
    requireOk(
      await recordAgreement(world, cast.agency, {
        serviceId: given.serviceId,
        purpose: given.purpose,
        partner: given.partner,
        about: given.about,
        signedBy: 'Kontorchef og direktør (eksempel)',
        from,
        lastDay: addDays(cast.today, given.daysLeft),
        files: [file],
      }),
    );
  };
  for (const each of national) await agree({ ...each, serviceId: '', purpose: 'cooperation' });
  const committed = await cast.world.db
    .selectFrom('rollout_event')
    .select('service_id')
    .where('type', '=', 'committed')
    .orderBy('service_id')
    .execute();
  const commitment = { purpose: 'commitment', partner: 'Styrelsen', about: 'Tilsagn til udrulningen', monthsAgo: 8 };
  for (const [at, { service_id }] of committed.entries())
    if (at % 4 === 0)
      await agree({ ...commitment, serviceId: service_id, daysLeft: at % 12 === 0 ? 40 : 300 + (at % 7) * 30 });
  for (const each of meetings) await meet(cast, each);
  for (const [at, each] of efforts.entries()) {
    const { world } = clockAt(cast, each.daysAgo);
    requireOk(
      await recordOutreach(world, cast.agency, {
        serviceId: serviceIdOf(each.code),
        channel: each.channel,
        onDay: addDays(cast.today, -each.daysAgo),
        lastDay: '',
        place: each.place,
        amount: String(each.amount),
        note: '',
        cost: each.cost,
        paidBy: each.cost && 'Biblioteket',
        answer: each.answer ?? 'none',
        files: at === 0 ? [{ ...file, name: 'avisside-eksempel.pdf' }] : [],
      }),
    );
  }
  for (const { code, inDays, ...session } of sessions)
    requireOk(
      await recordPeerSession(cast.world, cast.agency, {
        ...{ ...session, serviceId: serviceIdOf(code), onDay: addDays(cast.today, inDays), startsAt: '13:00' },
      }),
    );
  const { world } = clockAt(cast, 20);
  requireOk(
    await sendNetworkMessage(world, cast.agency, {
      subject: 'Kursus i foråret (eksempel)',
      body: 'Der er plads på kurset i foråret. Skriv, hvem der skal med.',
      preview: false,
    }),
  );
  await remindOfAgreements(cast.world);
}

import type { AuditHead, AuditHeads } from '#app/platform/audit-heads.server.ts';
import { type Catalogue, catalogueOf } from '#app/platform/catalogue.server.ts';
import { makeFileTypes } from '#app/platform/file-types.server.ts';
import { readFiles } from '#app/platform/open-world.server.ts';
import type { Letter } from '#app/platform/postbox.server.ts';
import { makeWorld, type World } from '#app/platform/world.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { setUpPlaces } from '#app/use-cases/places/set-up-places.server.ts';
import type { Role, Viewer } from '#app/use-cases/viewer.ts';
import type { CredentialKey } from '#certificates/badge/credential-key.ts';
import { makeFileExaminer } from '#certificates/file-examiner.ts';
import { makePrinter, type Printer } from '#certificates/printer.ts';
import { rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import type { OpenedDatabase } from '#db/open-database.ts';
import { fileTypeWorker, workerFile } from './worker-file.ts';

export type FakeWorld = World & { clock: { at: string }; letters: Letter[]; close(): Promise<void> };

const files = readFiles();
/** Every edition there is: the policy may name a draft. */
export const shippedCatalogue = files.catalogue;
/** The rules are tested on the first edition of each course; a test of another edition brings its own catalogue. */
const firstEditions = files.catalogue.editions.filter(({ course }) => course.edition === '2026.1');
type Keys = { key: SigningKey | undefined; credentialKey: CredentialKey | undefined };
const printers: (Keys & { printer: Printer })[] = [];

/** Starts its thread only where a test uploads a file. */
const fileTypes = makeFileTypes({ workerFile: fileTypeWorker });

/** One printer thread per test file and keys: starting a thread costs four seconds of CPU, a print 0.2. */
function sharedPrinter({ key, credentialKey }: Keys): Printer {
  let shared = printers.find((each) => each.key === key && each.credentialKey === credentialKey);
  if (!shared) {
    const given = { workerFile, findKey: async () => key, findCredentialKey: async () => credentialKey };
    shared = { key, credentialKey, printer: makePrinter(given) };
    printers.push(shared);
  }
  // The threads end with the process of the test file.
  return { print: shared.printer.print, close: async () => undefined };
}

/** Heads that are forgotten with the test. */
function headsInMemory(): AuditHeads {
  let heads: AuditHead[] = [];
  return {
    list: () => heads,
    append: (head) => void heads.push(head),
    begin: () => {
      heads = [];
      return undefined;
    },
  };
}

/** A world over a real database with the shipped courses, a clock that stands still and a mailbox that keeps. */
export async function fakeWorld(
  opened: OpenedDatabase,
  options: {
    now?: string;
    demo?: boolean;
    demoSignIn?: boolean;
    catalogue?: Catalogue;
    key?: SigningKey;
    credentialKey?: CredentialKey;
  } = {},
): Promise<FakeWorld> {
  const clock = { at: options.now ?? '2026-11-24T09:00:00.000Z' };
  const letters: Letter[] = [];
  const credentialKey = async () => options.credentialKey;
  const printer = sharedPrinter({ key: options.key, credentialKey: options.credentialKey });
  const findRoots = async () => (options.key ? rootsOf(options.key) : []);
  const examiner = makeFileExaminer({ workerFile, findRoots, longest: 60_000 });
  const catalogue = options.catalogue ?? catalogueOf(firstEditions, undefined, files.catalogue.presentations);
  const world = makeWorld({
    db: opened.db,
    engine: opened.engine,
    catalogue,
    policy: files.policy,
    topics: files.topics,
    obligations: files.obligations,
    areaSteps: files.areaSteps.filter(({ course, edition }) => catalogue.find(course, edition)),
    glossary: files.glossary,
    printer,
    examiner,
    fileTypes,
    credentialKey,
    auditHeads: headsInMemory(),
    postbox: { send: async (letter) => void letters.push(letter) },
    env: {
      appUrl: 'http://vejlederbevis.test',
      issuerName: 'Prøvestyrelsen',
      supportEmail: undefined,
      sessionSecret: 'x'.repeat(32),
      dataDir: '/nowhere',
      host: '127.0.0.1',
      port: 3000,
      openDataLicence: 'CC-BY-4.0',
    },
    demo: options.demo ?? false,
    demoSignIn: options.demoSignIn ?? false,
    now: () => clock.at,
  });
  const fake = Object.assign(world, {
    clock,
    letters,
    close: async () => {
      await printer.close();
      await examiner.close();
      await opened.close();
    },
  });
  await setUpPlaces(fake);
  return fake;
}

/** Moves the clock on; events are never earlier than the last. */
export function pass(world: FakeWorld, minutes: number): void {
  world.clock.at = new Date(Date.parse(world.clock.at) + minutes * 60_000).toISOString();
}

export async function somebody(
  world: World,
  given: { givenName: string; roles: Role[]; library?: string; demo?: boolean },
): Promise<Viewer> {
  const email = `${given.givenName.toLowerCase()}-${world.newId().slice(-8)}@bibliotek.example`;
  const added = await addPerson(world, null, {
    givenName: given.givenName,
    familyName: 'Eksempel',
    email,
    roles: given.roles,
    from: '2020-01-01',
    work: given.roles[0] ?? 'adviser',
    demo: given.demo ?? false,
    ...(given.library && { library: given.library }),
  });
  if (!added.ok) throw new Error(added.reason);
  const service = given.library
    ? await world.db.selectFrom('library').select('service_id').where('number', '=', given.library).executeTakeFirst()
    : undefined;
  const grants = given.roles.map((role) => ({
    role,
    serviceId: role === 'contact-person' ? (service?.service_id ?? null) : null,
  }));
  return { personId: added.personId, name: `${given.givenName} Eksempel`, language: 'da', grants, sessionKey: '' };
}

/** A hold of the shipped course with a course day, led by this leader. */
export async function someHold(world: World, leader: Viewer, seats = 20): Promise<string> {
  const { course } = world.catalogue.editions.at(-1)!;
  const made = await createHold(world, leader, {
    name: 'Prøvehold',
    course: course.id,
    edition: course.edition,
    startsOn: '2026-11-01',
    endsOn: '2027-11-01',
    seats,
    selfEnrol: true,
    ...(course.steps.some(({ kind }) => kind === 'day') && {
      courseDay: { heldOn: '2026-11-20', startsAt: '09:00', place: 'Odense' },
    }),
  });
  if (!made.ok) throw new Error(JSON.stringify(made));
  return made.holdId;
}

export const libraries = { herning: '765700', horsens: '761500', odense: '746100', esbjerg: '756100' };

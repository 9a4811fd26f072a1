import { afterEach, expect, test } from 'vitest';
import { walkTo, worldThrough } from '#app/demo/adviser.ts';
import { checkFile } from '#app/use-cases/certificates/checking/check-file.server.ts';
import { fileChecksOf } from '#app/use-cases/certificates/checking/file-checks-of.ts';
import { verifyCertificateFile } from '#app/use-cases/certificates/checking/verify-certificate-file.server.ts';
import { giveUpKey } from '#app/use-cases/certificates/keys/give-up-key.server.ts';
import { listKnownKeys } from '#app/use-cases/certificates/keys/list-known-keys.server.ts';
import { seeBadgeKeys } from '#app/use-cases/certificates/keys/see-badge-keys.server.ts';
import { seeIssuerKeys } from '#app/use-cases/certificates/keys/see-issuer-keys.server.ts';
import { seeSigners } from '#app/use-cases/certificates/keys/see-signers.server.ts';
import { takeKeyIntoUse } from '#app/use-cases/certificates/keys/take-key-into-use.server.ts';
import { changeCertificate } from '#app/use-cases/certificates/register/change-certificate.server.ts';
import { listStatusLists } from '#app/use-cases/certificates/register/list-status-lists.server.ts';
import { readBadge } from '#app/use-cases/certificates/register/read-badge.server.ts';
import { readStatusList } from '#app/use-cases/certificates/register/read-status-list.server.ts';
import { type CredentialKey, makeCredentialKey, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { addProof } from '#certificates/badge/data-integrity.ts';
import { didOf, keysOfDocument } from '#certificates/badge/did-document.ts';
import { signBadge } from '#certificates/badge/sign-badge.ts';
import {
  formerEntriesOf,
  listSize,
  messages,
  type Purpose,
  purposes,
  readStatusList as readList,
  signStatusList,
  statusAt,
} from '#certificates/badge/status-list.ts';
import { signersIn } from '#certificates/signing/signer-list.ts';
import { rootsOf } from '#certificates/signing/signing-key.ts';
import { addDays, dayOf } from '#curriculum/calendar/calendar-day.ts';
import {
  appendCertificateEvent,
  findCertificateDocument,
  listCertificatesOf,
  nextNumbers,
} from '#db/queries/certificate.ts';
import { onBothDatabases } from '../../../databases.ts';
import { begin, castOf } from '../../../stage.ts';
import { developmentKey } from '../../../unit/certificates/keys.ts';
import { badge, danish } from '../../../unit/certificates/sample.ts';
import { type FakeWorld, fakeWorld, pass, somebody } from '../../../world.ts';

const key = await developmentKey();
const roots = rootsOf(key);
const credentialKey = makeCredentialKey('development');
type Json = Record<string, any>;
const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

onBothDatabases('the badge of a certificate', (_, fresh) => {
  let world: FakeWorld;
  afterEach(() => world.close());

  async function issued(proves: CredentialKey | null = credentialKey) {
    world = await fakeWorld(await fresh(), { key, ...(proves && { credentialKey: proves }) });
    const cast = await castOf(world);
    const clock = worldThrough(world, world.clock.at);
    await walkTo(clock, await begin(world, cast), { leaders: [cast.leader] });
    world.clock.at = clock.world.now();
    pass(world, 60);
    const [certificate] = await listCertificatesOf(world.db, cast.adviser.personId);
    const { number } = certificate!;
    const pdf = new Uint8Array((await findCertificateDocument(world.db, number, 'da'))!.bytes);
    const badgeAs = async (form: 'json' | 'jwt', language = 'da') =>
      new Uint8Array((await readBadge(world, cast.adviser, { number, language, form }))?.bytes ?? []);
    return {
      cast,
      certificate: certificate!,
      number,
      pdf,
      json: await badgeAs('json'),
      jwt: await badgeAs('jwt'),
      badgeAs,
    };
  }
  const verdictOn = async (bytes: Uint8Array) => {
    const { verdict, reasons } = await verifyCertificateFile(world, { bytes, roots });
    return [verdict, ...reasons];
  };
  /** The same badge in the form of those issued until November 2026. */
  async function formerBadge(json: Uint8Array, index: number): Promise<Uint8Array> {
    const { proof, credentialStatus: _status, ...said } = JSON.parse(Buffer.from(json).toString()) as Json;
    const { image: _image, ...achievement } = said.credentialSubject.achievement;
    said.credentialSubject.achievement = { ...achievement, achievementType: 'Certificate' };
    said.credentialStatus = formerEntriesOf(world.publicUrl, index);
    const made = await addProof(said, credentialKey, didOf(world.publicUrl), new Date(proof.created));
    return bytesOf(JSON.stringify(made));
  }
  const agency = () => somebody(world, { givenName: 'Stine', roles: ['agency'] });
  const keysKept = async () => keysOfDocument(JSON.stringify(await seeIssuerKeys(world)));
  const happens = (number: string, type: 'suspended' | 'suspension-lifted') =>
    appendCertificateEvent(world.db, {
      id: world.newId(),
      number,
      type,
      reason: 'x',
      actor: null,
      at: world.now(),
      recorded_at: world.now(),
    });

  test('is in the file, is given only to its holder, in both forms, and is valid until the certificate is revoked', async () => {
    const { cast, number, pdf, json, jwt, badgeAs } = await issued();
    expect(JSON.parse(Buffer.from(json).toString()).description).toBe('ikke gyldigt – udvikling');
    expect(await verifyCertificateFile(world, { bytes: pdf, roots })).toMatchObject({
      verdict: 'valid',
      reasons: [],
      certificate: { number, badge: 'proved' },
    });
    for (const file of [json, jwt, await badgeAs('json', 'en'), await badgeAs('jwt', 'en')])
      expect(await verdictOn(file)).toEqual(['valid']);
    // Dropped on the check page it is checked as a file is, and says whose it is.
    for (const bytes of [json, jwt]) {
      const checked = await checkFile(world, { bytes, client: '192.0.2.7' });
      expect(checked).toMatchObject({
        is: 'badge',
        verification: { verdict: 'valid', certificate: { signedBy: didOf(world.publicUrl) } },
        known: { certificate: { number, name: 'Vera Eksempel', nameIsFull: true } },
      });
      expect(checked.ok && fileChecksOf(checked.verification, checked.is)).toEqual([
        { is: 'badge', found: 'good' },
        { is: 'register', found: 'good' },
      ]);
    }
    const altered = await checkFile(world, {
      bytes: bytesOf(Buffer.from(json).toString().replace('Vera', 'Vilma')),
      client: '192.0.2.7',
    });
    expect(altered.ok && fileChecksOf(altered.verification, altered.is)).toEqual([
      { is: 'badge', found: 'bad', reason: 'credential-proof-wrong' },
      { is: 'register', found: 'unknown' },
    ]);
    const stranger = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    expect(await readBadge(world, stranger, { number, language: 'da', form: 'json' })).toBeUndefined();
    expect(await readBadge(world, cast.adviser, { number, language: 'sv', form: 'json' })).toBeUndefined();
    const staff = await agency();
    for (const [form, mediaType] of Object.entries({ json: 'application/vc', jwt: 'application/jwt' }))
      expect(await readBadge(world, staff, { number, language: 'da', form })).toMatchObject({ mediaType });
    await changeCertificate(world, staff, { action: 'revoke', number, reason: 'Prøven var taget af en anden.' });
    for (const file of [pdf, json, jwt]) expect(await verdictOn(file)).toEqual(['not-valid-now', 'revoked']);
  });

  test('is refused if the register has another text, another name or no such number', async () => {
    const { certificate, json } = await issued();
    const text = Buffer.from(json).toString();
    expect(await verdictOn(bytesOf(JSON.stringify(JSON.parse(text), null, 2)))).toEqual(['valid']);
    const forged = async (more: object, verifyUrl = `${world.publicUrl}/v/${certificate.verify_code}`) => {
      const said = { ...badge, site: world.publicUrl, course: certificate.course };
      const data = { ...danish, number: certificate.number, verifyUrl, issuedAt: world.now(), ...more };
      return verdictOn(bytesOf((await signBadge(data, said, credentialKey)).json));
    };
    expect(await forged({ number: '2026-99999' })).toEqual(['not-genuine', 'not-in-register']);
    expect(await forged({}, `${world.publicUrl}/v/0123-4567-89AB-CDEF-GHJK`)).toEqual([
      'not-genuine',
      'another-code-in-register',
    ]);
    expect(await forged({ name: 'En Anden' })).toEqual(['not-genuine', 'credential-differs-from-register']);
    expect(await verdictOn(bytesOf((await signBadge(danish, badge, makeCredentialKey('real'))).json))).toEqual([
      'not-genuine',
      'credential-key-unknown',
    ]);
    // Signed with our own key, but with one thing more or less than was issued.
    const anew = async (change: (said: Json) => void) => {
      const { proof, ...said } = JSON.parse(text) as Json;
      change(said);
      const again = await addProof(said, credentialKey, didOf(world.publicUrl), new Date(proof.created));
      return verdictOn(bytesOf(JSON.stringify(again)));
    };
    expect(await anew(() => {})).toEqual(['valid']);
    const differs = ['not-genuine', 'credential-differs-from-register'];
    expect(await anew((said) => (said.validFrom = '2020-01-01T00:00:00+01:00'))).toEqual(differs);
    expect(await anew((said) => (said.validUntil = '2099-01-01T23:59:59+01:00'))).toEqual(differs);
    expect(await anew(({ credentialSubject }) => (credentialSubject.achievement.name = 'Overlæge'))).toEqual(differs);
    expect(await anew((said) => (said.issuer.name = 'En anden styrelse'))).toEqual([
      'not-genuine',
      'other-bytes-than-issued',
    ]);
    const { credentialSubject, ...rest } = JSON.parse(text);
    expect(await verdictOn(bytesOf(JSON.stringify({ ...rest, credentialSubject })))).toEqual([
      'not-genuine',
      'credential-unreadable',
    ]);
    await world.db
      .updateTable('certificate')
      .set({ name_at_issue: 'En Anden' })
      .where('number', '=', certificate.number)
      .execute();
    expect(await verdictOn(json)).toEqual(['not-genuine', 'credential-differs-from-register']);
  });

  test('is missing on a certificate that was issued before there was a key', async () => {
    const { pdf, number, json } = await issued(null);
    expect(json).toHaveLength(0);
    expect(await verifyCertificateFile(world, { bytes: pdf, roots })).toMatchObject({
      verdict: 'valid',
      certificate: { badge: 'none' },
    });
    Object.assign(world, { credentialKey: async () => credentialKey });
    await takeKeyIntoUse(world);
    expect(new Uint8Array((await findCertificateDocument(world.db, number, 'da'))!.bytes)).toEqual(pdf);
    expect(await seeIssuerKeys(world)).toBeDefined();
  });

  test('stays proved after its key is replaced, but not after its key is given up', async () => {
    const { pdf, json, jwt } = await issued();
    await takeKeyIntoUse(world);
    const next = makeCredentialKey('development');
    Object.assign(world, { credentialKey: async () => next });
    pass(world, 1);
    const old = (await listKnownKeys(world.db)).map(({ id }) => id);
    expect(await giveUpKey(world, old[0]!)).toEqual({ ok: false, reason: 'in-use' });
    expect(await takeKeyIntoUse(world)).toMatchObject({ ok: true });
    for (const file of [pdf, json, jwt]) expect(await verdictOn(file)).toEqual(['valid']);
    expect((await seeIssuerKeys(world))!.assertionMethod).toHaveLength(4);
    // The people responsible for the keys see the two in use and whether they are old.
    const seen = await seeBadgeKeys(world, await agency());
    expect(seen).toMatchObject([{ ageDays: 0, isOld: false }, { isOld: false }]);
    expect(old).not.toContain(seen![0]!.id);
    const staff = await agency();
    const oldAfter = async (days: number) => {
      const later = { ...world, now: () => `${addDays(dayOf(world.clock.at), days)}T09:00:00.000Z` };
      return (await seeBadgeKeys(later, staff))!.map(({ isOld }) => isOld);
    };
    expect(await oldAfter(3 * 365)).toEqual([false, false]);
    expect(await oldAfter(3 * 365 + 1)).toEqual([true, true]);
    expect(
      await seeBadgeKeys(world, await somebody(world, { givenName: 'Villy', roles: ['adviser'] })),
    ).toBeUndefined();
    // At a new address, old badges are still proved, and the new DID document names the old one.
    const moved = { ...world, publicUrl: 'https://ny.example' };
    await takeKeyIntoUse(moved);
    expect(await seeIssuerKeys(moved)).toMatchObject({
      id: 'did:web:ny.example',
      alsoKnownAs: ['did:web:vejlederbevis.test'],
    });
    expect(await verdictOn(json)).toEqual(['valid']);
    await takeKeyIntoUse(world);
    const retired = (await listKnownKeys(world.db)).filter(({ retiredAt }) => retiredAt).map(({ id }) => id);
    expect(retired).toEqual(expect.arrayContaining(old));
    for (const id of old) expect(await giveUpKey(world, id)).toEqual({ ok: true });
    const noted = await world.db.selectFrom('audit').select('subject').where('action', '=', 'credential-key-given-up');
    expect((await noted.execute()).map(({ subject }) => subject).sort()).toEqual([...old].sort());
    expect((await seeIssuerKeys(world))!.assertionMethod).toHaveLength(2);
    for (const file of [json, jwt]) expect(await verdictOn(file)).toEqual(['unchecked', 'credential-key-compromised']);
    // The file is still proved by its own signature and the register.
    expect(await verdictOn(pdf)).toEqual(['valid']);
    Object.assign(world, { credentialKey: async () => credentialKey });
    expect(await takeKeyIntoUse(world)).toEqual({ ok: false, reason: 'compromised' });
    // Under another address the key gets another id, but it stays compromised.
    const elsewhere = { ...world, publicUrl: 'https://tredje.example' };
    expect(await takeKeyIntoUse(elsewhere)).toEqual({ ok: false, reason: 'compromised' });
  });

  test('is never made with a key that was given up: that server issues nothing', async () => {
    const { cast } = await issued();
    await takeKeyIntoUse(world);
    const held = (await listKnownKeys(world.db)).map(({ id }) => id);
    await takeKeyIntoUse({ ...world, credentialKey: async () => makeCredentialKey('development') });
    for (const id of held) await giveUpKey(world, id);
    const adviser = await somebody(world, { givenName: 'Villy', roles: ['adviser'] });
    const clock = worldThrough(world, world.clock.at);
    await expect(walkTo(clock, await begin(world, { ...cast, adviser }), { leaders: [cast.leader] })).rejects.toThrow(
      'was given up',
    );
    expect(await listCertificatesOf(world.db, adviser.personId)).toEqual([]);
  });

  test('has a random free place in the status lists, which show a change at once and are signed every day', async () => {
    const { certificate, number } = await issued();
    const read = async (purpose: string) => (await readStatusList(world, { purpose, list: '1' }))!;
    const statusIn = async (purpose: string) =>
      statusAt(await readList(await read(purpose), await listKnownKeys(world.db)), certificate.status_index);
    // Badges name the list of messages; those issued earlier name the other two, which go on.
    const statuses = async () => [
      messages[await statusIn('message')],
      await statusIn('revocation'),
      await statusIn('suspension'),
    ];
    const before = await read('message');
    expect(await read('message')).toBe(before);
    expect(JSON.parse(before).validFrom).toBe(`${world.now().slice(0, 10)}T00:00:00.000Z`);
    expect(await statuses()).toEqual(['valid', 0, 0]);
    pass(world, 1);
    await happens(number, 'suspended');
    expect(await statuses()).toEqual(['suspended', 0, 1]);
    pass(world, 1);
    await happens(number, 'suspension-lifted');
    await changeCertificate(world, await agency(), {
      action: 'revoke',
      number,
      reason: 'Prøven var taget af en anden.',
    });
    expect(await statuses()).toEqual(['revoked', 1, 0]);
    expect(JSON.parse(await read('message')).validFrom).toBe(world.now());
    pass(world, 24 * 60);
    expect(JSON.parse(await read('message')).validFrom).toBe(`${world.now().slice(0, 10)}T00:00:00.000Z`);
    const tries = [certificate.status_index, certificate.status_index, 77, 78];
    const asked: number[] = [];
    const pick = (below: number) => {
      asked.push(below);
      return tries.shift()!;
    };
    const next = await nextNumbers(world.db, { year: 2026, listSize, pick });
    expect(next).toEqual({ running: 2, statusIndex: 77 });
    expect(asked).toEqual([listSize, listSize, listSize]);
    // The list is half full, so the next place may be in another list.
    await nextNumbers(world.db, { year: 2026, listSize: 2, pick });
    expect(asked.at(-1)).toBe(4);
    for (const [purpose, list] of [
      ['revocation', '2'],
      ['revocation', '01'],
      ['refresh', '1'],
      ['revocation', '1e3'],
    ] as const)
      expect(await readStatusList(world, { purpose, list })).toBeUndefined();
  });

  test('is valid offline as of the date of fresh status lists, and never without the list that it names', async () => {
    const { pdf, json, jwt, number, certificate } = await issued();
    const keys = await keysKept();
    const statusLists = await listStatusLists(world);
    const { known } = signersIn(JSON.stringify(await seeSigners(world)));
    const signers = { known, complete: true };
    const offline = async (bytes: Uint8Array, more: object = {}) => {
      const {
        verdict,
        reasons,
        certificate: shown,
      } = await verifyCertificateFile(undefined, {
        bytes,
        roots,
        keys,
        signers,
        statusLists,
        now: world.now(),
        ...more,
      });
      return [verdict, ...reasons, ...(verdict === 'valid' ? [shown!.asOf] : [])];
    };
    const date = `${world.now().slice(0, 10)}T00:00:00.000Z`;
    for (const file of [pdf, json, jwt]) expect(await offline(file)).toEqual(['valid', date]);
    expect(await offline(json, { statusLists: undefined })).toEqual(['unchecked', 'no-register']);
    expect(await offline(json, { statusLists: statusLists.slice(1) })).toEqual(['unchecked', 'no-status-list']);
    expect(await offline(json, { keys: [] })).toEqual(['unchecked', 'credential-key-unknown']);
    expect(await offline(pdf, { roots: [] })).toEqual(['unchecked', 'no-root']);
    const later = (days: number) => new Date(Date.parse(world.now()) + days * 86_400_000).toISOString();
    expect(await offline(json, { now: later(3) })).toEqual(['unchecked', 'status-list-stale']);
    expect(await offline(json, { now: later(-2) })).toEqual(['unchecked', 'status-list-stale']);
    const { validUntil: until } = JSON.parse(statusLists[0]!);
    expect(await offline(json, { now: until })).toEqual(['unchecked', 'status-list-stale']);
    // Of several lists, the one that the badge names by its own issuer counts, and the date is that of the older list.
    const listOf = (purpose: Purpose, more: Partial<Parameters<typeof signStatusList>[0]> = {}) =>
      signStatusList({ site: world.publicUrl, purpose, list: 1, set: [], at: date, ...more }, credentialKey);
    const next = { list: 2, set: [[certificate.status_index % listSize, 1] as const] };
    const second = await Promise.all(purposes.map((purpose) => listOf(purpose, next)));
    expect(await offline(json, { statusLists: [...second, ...statusLists] })).toEqual(['valid', date]);
    const dayBefore = new Date(Date.parse(date) - 86_400_000).toISOString();
    const older = await listOf('message', { at: dayBefore });
    expect(await offline(json, { statusLists: [older] })).toEqual(['valid', dayBefore]);
    // A badge that was issued earlier names two lists, and needs both.
    const former = await formerBadge(json, certificate.status_index);
    expect(await offline(former)).toEqual(['valid', date]);
    expect(await offline(former, { statusLists: statusLists.slice(0, 2) })).toEqual(['unchecked', 'no-status-list']);
    const olderOfTwo = await listOf('suspension', { at: dayBefore });
    expect(await offline(former, { statusLists: [statusLists[1]!, olderOfTwo] })).toEqual(['valid', dayBefore]);
    const other = makeCredentialKey('real');
    const evil = 'did:web:evil.example';
    const { proof: _proof, ...said } = JSON.parse(statusLists[0]!);
    const foreign = JSON.stringify(await addProof({ ...said, issuer: evil }, other, evil, new Date(date)));
    expect(
      await offline(json, {
        keys: [...keys, ...publicKeysOf(other, evil)],
        statusLists: [foreign, statusLists[1]!],
      }),
    ).toEqual(['unchecked', 'no-status-list']);
    const unsigned = statusLists.map((list) => JSON.stringify({ ...JSON.parse(list), proof: undefined }));
    expect(await offline(json, { statusLists: unsigned })).toEqual(['unchecked', 'status-list-unreadable']);
    const theirs = await signStatusList(
      { site: 'https://evil.example', purpose: 'message', list: 1, set: [], at: date },
      credentialKey,
    );
    expect(await offline(json, { statusLists: [theirs, statusLists[1]!] })).toEqual([
      'unchecked',
      'status-list-not-proved',
    ]);
    pass(world, 1);
    await happens(number, 'suspended');
    for (const file of [pdf, former])
      expect(await offline(file, { statusLists: await listStatusLists(world) })).toEqual([
        'not-valid-now',
        'suspended',
      ]);
    await changeCertificate(world, await agency(), {
      action: 'revoke',
      number,
      reason: 'Prøven var taget af en anden.',
    });
    for (const file of [pdf, json, jwt, former])
      expect(await offline(file, { statusLists: await listStatusLists(world) })).toContain('revoked');
    // Only the dates decide; each day has lists of that day.
    const on = async (day: string) => {
      const at = `${day}T00:00:00.000Z`;
      const fresh = await Promise.all(purposes.map((purpose) => listOf(purpose, { at })));
      return (await offline(json, { statusLists: fresh, now: `${day}T12:00:00.000Z` })).slice(0, 2);
    };
    const { valid_from, valid_until } = certificate;
    expect(await on(addDays(valid_from, -1))).toEqual(['not-valid-now', 'not-yet']);
    expect(await on(valid_from)).toEqual(['valid', `${valid_from}T00:00:00.000Z`]);
    expect((await on(addDays(valid_until, -1)))[0]).toBe('valid');
    expect(await on(valid_until)).toEqual(['not-valid-now', 'expired']);
  });
});

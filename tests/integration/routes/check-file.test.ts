import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { FileAnswerView } from '#app/components/check/file-answer.tsx';
import { distrustedFile } from '#app/platform/distrusted.server.ts';
import { refusedBody } from '#app/platform/form.server.ts';
import { action } from '#app/routes/check.tsx';
import { noteFormerSigners } from '#app/use-cases/certificates/keys/note-former-signers.server.ts';
import { makeFileExaminer } from '#certificates/file-examiner.ts';
import { certificateOf, fingerprintOf, rootsOf } from '#certificates/signing/signing-key.ts';
import { appendCertificateEvent } from '#db/queries/certificate.ts';
import { freshDatabase } from '../../databases.ts';
import { putCertificate } from '../../put-certificate.ts';
import { attacks, bytesFrom, cmsIn, hidden, latin1, resigned, withCms } from '../../unit/certificates/attacks.ts';
import { forgeries } from '../../unit/certificates/forgeries.ts';
import { developmentKey } from '../../unit/certificates/keys.ts';
import { bytesOf, danish as drawnDanish, english as drawnEnglish } from '../../unit/certificates/sample.ts';
import { workerFile } from '../../worker-file.ts';
import { type FakeWorld, fakeWorld, somebody } from '../../world.ts';

const key = await developmentKey();
// The codes of the samples are shorter than those of the register.
const code = 'K7QM-4T9X-2HVD-W8RC-9K2D';
const danish = { ...drawnDanish, verifyUrl: `http://vejlederbevis.test/v/${code}` };
const english = { ...drawnEnglish, verifyUrl: `${danish.verifyUrl}?lang=en` };
let world: FakeWorld;
let files: Record<'da' | 'en' | 'bare', Uint8Array>;
let client = 0;

beforeAll(async () => {
  world = await fakeWorld(await freshDatabase('sqlite'), { key });
  const { personId } = await somebody(world, { givenName: 'Åse', roles: ['adviser'] });
  const bare = { ...danish, number: '2026-00418', verifyUrl: danish.verifyUrl.replace('K7QM', 'K8QM') };
  files = { da: await bytesOf(danish, key), en: await bytesOf(english, key), bare: await bytesOf(bare) };
  const { number } = danish;
  await putCertificate(world, { personId, number, code, issuedOn: '2026-11-18' }, { da: files.da, en: files.en });
  const other = { personId, number: bare.number, code: code.replace('K7QM', 'K8QM'), issuedOn: '2026-11-18' };
  await putCertificate(world, other, { da: files.bare });
  await noteFormerSigners(world);
});
afterAll(() => world.close());

const logged: unknown[] = [];
const log = { error: (line: unknown) => logged.push(line) };

async function send(body: FormData, more: { world?: object; client?: string; headers?: Record<string, string> } = {}) {
  const request = new Request('http://vejlederbevis.test/check', { method: 'POST', body, headers: more.headers ?? {} });
  const context = {
    world: { ...world, ...more.world },
    language: 'da',
    client: more.client ?? `192.0.2.${client++}`,
    log,
  };
  try {
    const answered = await action({ request, params: {}, context: context as never });
    return { status: answered.init?.status, ...answered.data };
  } catch (thrown) {
    return { status: (thrown as Response).status, headers: (thrown as Response).headers, error: 'thrown' };
  }
}
const formWith = (bytes: Uint8Array) => {
  const form = new FormData();
  form.set('file', new File([bytes as Uint8Array<ArrayBuffer>], 'Åses bevis.pdf', { type: 'application/pdf' }));
  return form;
};
async function answerTo(bytes: Uint8Array | string, more?: Parameters<typeof send>[1]) {
  const sent = await send(formWith(typeof bytes === 'string' ? bytesFrom(bytes) : bytes), more);
  if (!('answer' in sent) || !sent.answer) throw new Error(`no answer: ${sent.status}`);
  return sent.answer as FileAnswerView;
}
const found = ({ checks }: FileAnswerView) => checks.map(({ found, reason }) => reason ?? found);

describe('a file on the check page', () => {
  test('is genuine and valid if it is as issued, in both languages, and says whose it is and who signed', async () => {
    for (const bytes of [files.da, files.en]) {
      const answer = await answerTo(bytes);
      expect(answer).toMatchObject({
        verdict: 'valid',
        signed: { at: danish.issuedAt, by: expect.stringMatching(/^Vejlederbevis/) },
        known: { code, certificate: { number: danish.number, status: 'valid', name: 'Åse Bjørk Eksempel' } },
      });
      expect(found(answer)).toEqual(['good', 'good', 'good', 'no-credential', 'good']);
    }
  });

  test('is not decided if it was issued before there was a key, even if the register knows it', async () => {
    const answer = await answerTo(files.bare);
    expect(answer).toMatchObject({ verdict: 'unchecked', known: { certificate: { number: '2026-00418' } } });
    expect(found(answer)).toEqual(['good', 'no-signature', 'unknown', 'unknown', 'good']);
  });

  test('is examined while the register cannot be reached, and never called valid', async () => {
    const db = new Proxy(world.db, {
      get() {
        throw new Error('gone');
      },
    });
    const answer = await answerTo(files.da, { world: { db } });
    expect(answer.verdict).toBe('unchecked');
    expect(answer.known).toBeUndefined();
    expect(found(answer)).toEqual(['good', 'no-signers', 'good', 'no-credential', 'no-register']);
    expect((await answerTo(latin1(files.da).replace('</dc:title>', '</dc:titel>'), { world: { db } })).verdict).toBe(
      'not-genuine',
    );
    expect(logged.length).toBeGreaterThan(0);
    expect(JSON.stringify(logged)).not.toMatch(/Åse|%PDF|2026-00417/);
  });

  test('is not called false if the register issued it under a root that is no longer trusted', async () => {
    const examiner = makeFileExaminer({
      workerFile,
      findRoots: async () => rootsOf(await developmentKey()),
      longest: 60_000,
    });
    const answer = await answerTo(files.da, { world: { examiner } });
    expect([answer.verdict, ...found(answer)]).toEqual([
      'unchecked',
      'good',
      'former-root',
      'unknown',
      'unknown',
      'good',
    ]);
    await examiner.close();
  });

  test('proves nothing if its signing key is distrusted, whatever date the file has', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-'));
    const file = distrustedFile({ dataDir });
    mkdirSync(path.dirname(file));
    const distrusted = [{ sha256: fingerprintOf(certificateOf(key.certificates[0]!)), from: '2026-11-18' }];
    writeFileSync(file, JSON.stringify(distrusted));
    const answer = await answerTo(files.da, { world: { env: { ...world.env, dataDir } } });
    expect([answer.verdict, ...found(answer)]).toEqual([
      'unchecked',
      'good',
      'signer-distrusted',
      'good',
      'no-credential',
      'good',
    ]);
    const gone = await answerTo(files.da, { world: { env: { ...world.env, dataDir }, db: undefined } });
    expect(found(gone)).toContain('signer-distrusted');
  });

  test.each(attacks)('is refused after this attack: %s', async (_, change, reason) => {
    const answer = await answerTo(change(latin1(files.da)) || ' ');
    expect(answer).toMatchObject({ verdict: 'not-genuine' });
    expect(answer.known).toBeUndefined();
    expect(found(answer)).toContain(reason === 'unsigned' ? 'not-in-register' : reason);
  });

  test.each(forgeries)(
    'is refused if its page is not the one we draw, even if our own key signed it: %s',
    async (_, change, reason) => {
      const answer = await answerTo(await resigned(files.da, key, change));
      expect([answer.verdict, found(answer)]).toEqual(['not-genuine', expect.arrayContaining([reason])]);
    },
  );

  test.each(hidden)(
    'is refused with content that nobody should sign, even under our own key: %s',
    async (_, change, reason) => {
      const answer = await answerTo(await resigned(files.da, key, change));
      expect([answer.verdict, found(answer)]).toEqual(['not-genuine', expect.arrayContaining([reason])]);
    },
  );

  test('is refused with the signature of another file, under another root with the same names, or with other text', async () => {
    const number = '2026-00419';
    for (const [bytes, reason] of [
      [withCms(latin1(files.da), () => cmsIn(latin1(files.en))), 'altered'],
      [await bytesOf(danish, await developmentKey()), 'untrusted-root'],
      [await bytesOf({ ...danish, name: 'En Anden' }, key), 'other-bytes-than-issued'],
      [await bytesOf({ ...danish, number: '2026-00418' }, key), 'another-code-in-register'],
      [await bytesOf({ ...danish, number }, key), 'not-in-register'],
    ] as const) {
      const answer = await answerTo(bytes);
      expect([answer.verdict, ...found(answer)]).toContain(reason);
      expect(answer).toMatchObject({ verdict: 'not-genuine' });
      expect(answer.known).toBeUndefined();
    }
  });

  test('is genuine but not valid from the moment its certificate is revoked', async () => {
    const event = { reason: 'hemmeligt', actor: null, at: world.now(), recorded_at: world.now() };
    await appendCertificateEvent(world.db, { id: world.newId(), number: danish.number, type: 'revoked', ...event });
    const answer = await answerTo(files.da);
    expect(answer).toMatchObject({ verdict: 'not-valid-now', known: { certificate: { status: 'revoked' } } });
    expect(JSON.stringify(answer)).not.toContain('hemmeligt');
    expect((await answerTo(files.bare)).verdict).toBe('unchecked');
  });
});

test('the check page explains why it refuses an empty form, a file that is too large and a file too many', async () => {
  expect(await send(new FormData())).toMatchObject({ status: 400, error: 'Vælg den fil, der skal kontrolleres.' });
  expect(await send(formWith(new Uint8Array()))).toMatchObject({
    status: 400,
    error: 'Åses bevis.pdf er tom. Vælg en anden fil.',
  });
  const large = await send(formWith(files.da), { headers: { [refusedBody]: '413' } });
  expect(large).toMatchObject({ status: 413, error: expect.stringContaining('over 1 MB') });
  const examined = vi.fn(async () => ({ state: 'unexamined', reason: 'busy' }));
  const often = { client: '198.51.100.9', world: { examiner: { examine: examined } } };
  for (let tries = 0; tries < 60; tries++) expect((await answerTo('x', often)).verdict).toBe('unchecked');
  const last = await send(formWith(files.da), often);
  expect([last.status, 'headers' in last && Number(last.headers?.get('Retry-After')) > 3_000]).toEqual([429, true]);
  expect(examined).toHaveBeenCalledTimes(60);
});

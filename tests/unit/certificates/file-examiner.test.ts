import { afterAll, expect, test } from 'vitest';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { type FileExaminer, makeFileExaminer } from '#certificates/file-examiner.ts';
import { bagsIn } from '#certificates/signing/read-p12.ts';
import { rootsOf, type SigningKey } from '#certificates/signing/signing-key.ts';
import { workerFile } from '../../worker-file.ts';
import { developmentKey, hasOpenssl, p12Of, password } from './keys.ts';
import { bytesOf, danish } from './sample.ts';

const opened: FileExaminer[] = [];
const examinerWith = (options: Partial<Parameters<typeof makeFileExaminer>[0]>) => {
  const examiner = makeFileExaminer({ workerFile, findRoots: async () => roots, longest: 60_000, ...options });
  opened.push(examiner);
  return examiner;
};
afterAll(() => Promise.all(opened.map((each) => each.close())));
const key = await developmentKey();
let roots: Uint8Array[] = rootsOf(key);

test("the examiner's thread has the same findings as this one, which is not blocked", async () => {
  const file = await bytesOf(danish, key);
  const examiner = examinerWith({});
  expect(await examiner.examine(file, [])).toEqual(await verifyFile(file, roots));
  let turns = 0;
  let looking = true;
  const turn = () => {
    turns++;
    if (looking) setImmediate(turn);
  };
  setImmediate(turn);
  await examiner.examine(file, []);
  looking = false;
  expect(turns).toBeGreaterThan(20);
});

test('the examiner knows a new key without a restart', async () => {
  const examiner = examinerWith({});
  const next = await developmentKey();
  const file = await bytesOf(danish, next);
  expect(await examiner.examine(file, [])).toMatchObject({ state: 'flawed', reason: 'untrusted-root' });
  const before = roots;
  roots = rootsOf(next);
  expect(await examiner.examine(file, [])).toMatchObject({ state: 'signed', trusted: true });
  roots = before;
});

test('the examiner gives up a file that takes too long, and refuses files if too many wait', async () => {
  const file = await bytesOf(danish, key);
  expect(await examinerWith({ longest: 1 }).examine(file, [])).toEqual({
    state: 'unexamined',
    reason: 'took-too-long',
  });
  const few = examinerWith({ mostWaiting: 1 });
  await few.examine(file, []);
  const all = await Promise.all(Array.from({ length: 6 }, () => few.examine(file, [])));
  const states = all.map((each) => (each.state === 'unexamined' ? each.reason : each.state));
  expect(new Set(states)).toEqual(new Set(['signed', 'busy']));
});

test.skipIf(!hasOpenssl)('the examiner refuses a file signed by a key that is not for documents', async () => {
  const { keys, certificates } = bagsIn(p12Of('p256', 'keyUsage=critical,keyEncipherment'), password);
  const wrong: SigningKey = { kind: 'real', privateKey: keys[0]!, certificates };
  const today = { ...danish, issuedAt: new Date().toISOString() };
  expect(await verifyFile(await bytesOf(today, wrong), rootsOf(wrong))).toEqual({
    state: 'flawed',
    reason: 'signer-not-for-documents',
  });
});

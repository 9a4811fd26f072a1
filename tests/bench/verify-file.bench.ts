import { makeCredentialKey, publicKeysOf } from '#certificates/badge/credential-key.ts';
import { didOf } from '#certificates/badge/did-document.ts';
import { verifyFile } from '#certificates/checking/verify-file.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { makeDevelopmentKey } from '#certificates/signing/development-key.ts';
import { rootsOf } from '#certificates/signing/signing-key.ts';
import { badge, danish } from '../unit/certificates/sample.ts';
import type { Measured } from './main.ts';

const warmUps = 20;
const rounds = 30;

/** Measures the CPU of verifying a file with its badge against that of issuing it. */
export async function benchVerify(): Promise<Measured[]> {
  const key = await makeDevelopmentKey({ from: new Date('2020-01-01'), until: new Date('2046-01-01') });
  const roots = rootsOf(key);
  const credentialKey = makeCredentialKey('real');
  const known = publicKeysOf(credentialKey, didOf(badge.site));
  const issue = async () => {
    const drawn = await drawCertificate({ ...danish, badge }, { key, credentialKey });
    if (!drawn.ok) throw new Error('The sample cannot be drawn.');
    return drawn.bytes;
  };
  const file = await issue();
  const verify = async () => {
    const found = await verifyFile(file, roots, known);
    if (found.state !== 'signed' || found.badge.state !== 'proved') throw new Error('The sample is not genuine.');
  };
  const spent = { issue: [] as number[], verify: [] as number[] };
  // The two take turns, so that a busy machine slows both alike.
  for (let round = -warmUps; round < rounds; round++)
    for (const [name, work] of Object.entries({ issue, verify })) {
      const from = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(from);
      if (round >= 0) spent[name as keyof typeof spent].push((user + system) / 1000);
    }
  const [issuing, verifying] = [spent.issue, spent.verify].map(
    (values) => values.sort((a, b) => a - b)[values.length >> 1]!,
  ) as [number, number];
  return [
    {
      name: 'verify a file',
      measured: `${(verifying / issuing).toFixed(2)}× (${verifying.toFixed(1)} ms CPU, issuing ${issuing.toFixed(1)})`,
      target: '≤ 0.5× issuing it',
    },
  ];
}

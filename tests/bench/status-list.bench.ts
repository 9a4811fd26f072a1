import { makeCredentialKey } from '#certificates/badge/credential-key.ts';
import { listSize, signStatusList } from '#certificates/badge/status-list.ts';
import { drawCertificate } from '#certificates/drawing/draw-certificate.ts';
import { makeDevelopmentKey } from '#certificates/signing/development-key.ts';
import { badge, danish } from '../unit/certificates/sample.ts';
import type { Measured } from './main.ts';

const warmUps = 10;
const rounds = 20;

/**
 * Measures the CPU of signing a status list with one place in a hundred set, against issuing one certificate with its
 * badge.
 */
export async function benchStatusList(): Promise<Measured[]> {
  const key = await makeDevelopmentKey({ from: new Date('2020-01-01'), until: new Date('2046-01-01') });
  const credentialKey = makeCredentialKey('development');
  const set = Array.from({ length: listSize / 100 }, (_, at) => [(at * 7919) % listSize, 2] as const);
  const list = { site: badge.site, purpose: 'message', list: 1, set, at: danish.issuedAt } as const;
  const work = {
    issue: () => drawCertificate({ ...danish, badge }, { key, credentialKey }),
    sign: () => signStatusList(list, credentialKey),
  };
  const spent = { issue: [] as number[], sign: [] as number[] };
  for (let round = -warmUps; round < rounds; round++)
    for (const [name, run] of Object.entries(work)) {
      const from = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(from);
      if (round >= 0) spent[name as keyof typeof spent].push((user + system) / 1000);
    }
  const [issue, sign] = [spent.issue, spent.sign].map((ms) => ms.sort((a, b) => a - b)[ms.length >> 1]!) as [
    number,
    number,
  ];
  return [
    {
      name: `sign the status list of ${listSize}`,
      measured: `${(sign / issue).toFixed(2)}× (one issue ${issue.toFixed(1)} ms, the list ${sign.toFixed(1)} ms CPU)`,
      target: '≤ 1× one issue',
    },
  ];
}

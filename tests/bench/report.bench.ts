import { renderToBuffer } from '@react-pdf/renderer';
import { drawReport } from '#certificates/report/draw-report.ts';
import { reportPages } from '#certificates/report/report-pages.tsx';
import { makeDevelopmentKey } from '#certificates/signing/development-key.ts';
import { reportSample } from '../unit/certificates/report/report-sample.ts';
import { median } from './bench-world.ts';
import type { Measured } from './main.ts';

const warmUps = 4;
const rounds = 12;

/** Measures a report of the whole country, as the printing thread makes it, against react-pdf laying out its six pages. */
export async function benchReport(): Promise<Measured[]> {
  const key = await makeDevelopmentKey({ from: new Date('2020-01-01'), until: new Date('2046-01-01') });
  const sample = reportSample('da');
  const layout = () => renderToBuffer(reportPages(sample, key.kind).element as never);
  let bytes = 0;
  const whole = async () => {
    const drawn = await drawReport(sample, { key });
    if (!drawn.ok) throw new Error('The sample cannot be drawn.');
    bytes = drawn.bytes.length;
  };
  const spent = { layout: [] as number[], whole: [] as number[] };
  const began = performance.now();
  await whole();
  const cold = performance.now() - began;
  // The two take turns, so that a busy machine slows both alike.
  for (let round = -warmUps; round < rounds; round++) {
    for (const [name, work] of Object.entries({ layout, whole })) {
      const from = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(from);
      if (round >= 0) spent[name as keyof typeof spent].push((user + system) / 1000);
    }
  }
  const [least, all] = [median(spent.layout), median(spent.whole)];
  return [
    {
      name: 'a report: read back, tagged, archival, signed',
      measured: `${all.toFixed(0)} ms CPU, ${(all / least).toFixed(2)}× its layout by react-pdf (${least.toFixed(0)} ms); the first ${cold.toFixed(0)} ms`,
      target: '≤ 1,500 ms',
    },
    { name: 'the size of a report', measured: `${Math.round(bytes / 1000)} kB`, target: '≤ 200 kB' },
  ];
}

import { cpus } from 'node:os';
import { benchAgency } from './agency-page.bench.ts';
import { benchCertificate } from './draw-certificate.bench.ts';
import { benchFirstLoad } from './first-load.bench.ts';
import { benchIssuing } from './issue-hold.bench.ts';
import { benchAnswer } from './save-answer.bench.ts';
import { benchPage } from './signed-in-page.bench.ts';
import { benchStatusList } from './status-list.bench.ts';
import { benchVerify } from './verify-file.bench.ts';

export type Measured = { name: string; measured: string; target: string };

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
const rows: Measured[] = [];
// First what is held against React and pdfkit in this process: a heap that others have filled makes both slower.
rows.push(...(await benchPage()));
for (const { name, ratio, note, most } of await benchCertificate())
  rows.push({ name, measured: `${ratio.toFixed(2)}× (${note})`, target: `≤ ${most}× bare pdfkit` });
for (const bench of [benchAnswer, benchIssuing, benchAgency, benchFirstLoad, benchStatusList, benchVerify])
  rows.push(...(await bench()));
for (const { name, measured, target } of rows) console.log(`${name.padEnd(58)} ${measured.padEnd(58)} ${target}`);
process.exit(0);

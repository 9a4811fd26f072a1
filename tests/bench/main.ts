import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';

export type Measured = { name: string; measured: string; target: string };

const benches: Record<string, () => Promise<Measured[]>> = {
  answer: async () => (await import('./save-answer.bench.ts')).benchAnswer(),
  issuing: async () => (await import('./issue-hold.bench.ts')).benchIssuing(),
  agency: async () => (await import('./agency-page.bench.ts')).benchAgency(),
  scale: async () => (await import('./scale.bench.ts')).benchScale(process.argv[3]),
  attempt: async () => (await import('./attempt.bench.ts')).benchAttempt(),
  draw: async () => (await import('./draw-questions.bench.ts')).benchDraw(),
  check: async () => (await import('./check-courses.bench.ts')).benchCheck(),
  practice: async () => (await import('./practice-queue.bench.ts')).benchPractice(),
  page: async () => (await import('./signed-in-page.bench.ts')).benchPage(),
  'first-load': async () => (await import('./first-load.bench.ts')).benchFirstLoad(),
  'status-list': async () => (await import('./status-list.bench.ts')).benchStatusList(),
  verify: async () => (await import('./verify-file.bench.ts')).benchVerify(),
  forecast: async () => (await import('./forecast.bench.ts')).benchForecast(),
  report: async () => (await import('./report.bench.ts')).benchReport(),
  certificate: async () => (await import('./draw-certificate.bench.ts')).benchCertificate(),
};

const asked = process.argv[2];
if (asked) {
  const bench = benches[asked];
  if (!bench) throw new Error(`${asked}? There are ${Object.keys(benches).join(', ')}.`);
  for (const { name, measured, target } of await bench())
    console.log(`${name.padEnd(58)} ${measured.padEnd(58)} ${target}`);
  process.exit(0);
}

console.log(`${cpus().length} cores, ${cpus()[0]?.model ?? ''}, Node ${process.versions.node}`);
// Each bench runs in its own process, so that it does not measure what others left behind.
for (const name of Object.keys(benches)) {
  const { status } = spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newestOf } from '#app/platform/catalogue.server.ts';
import { readFiles } from '#app/platform/open-world.server.ts';
import { projectRoot } from '#app/platform/project-root.server.ts';
import { checkCurriculum } from '#app/toolkit/curriculum.ts';
import { proveCourse } from '#curriculum/flow/prove-course.ts';
import type { Measured } from './main.ts';

const courses = 50;

/**
 * `curriculum check` of fifty more courses, each of them the newest edition of a shipped one in turn, read, parsed and
 * proved anew; and how much of it is the proof.
 */
export async function benchCheck(): Promise<Measured[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'vejlederbevis-bench-'));
  const { catalogue } = readFiles();
  const slugs = [...new Set(catalogue.editions.map(({ course }) => course.id))];
  cpSync(path.join(projectRoot(), 'curriculum'), path.join(root, 'curriculum'), { recursive: true });
  const folder = path.join(root, 'curriculum', 'courses');
  for (let at = 0; at < courses; at++) {
    const slug = slugs[at % slugs.length]!;
    const { edition } = newestOf(catalogue, slug)!.course;
    const to = path.join(folder, `kursus-${at}`);
    cpSync(path.join(folder, slug, edition), path.join(to, edition), { recursive: true });
    const obligations = path.join(folder, slug, `${edition}.obligations.yaml`);
    if (existsSync(obligations)) cpSync(obligations, path.join(to, `${edition}.obligations.yaml`));
  }
  let proving = 0;
  const before = performance.now();
  const cpu = process.cpuUsage();
  const { json } = checkCurriculum(root, (course) => {
    const began = performance.now();
    const proof = proveCourse(course);
    proving += performance.now() - began;
    return proof;
  });
  const whole = performance.now() - before;
  const { user, system } = process.cpuUsage(cpu);
  const count = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).length;
  rmSync(root, { recursive: true });
  if (!JSON.stringify(json).includes(`kursus-${courses - 1}`)) throw new Error(JSON.stringify(json).slice(0, 2_000));
  return [
    {
      name: `curriculum check of ${count} courses`,
      measured: `${(whole / 1000).toFixed(1)} s (CPU ${((user + system) / 1e6).toFixed(1)} s), ${Math.round((100 * proving) / whole)} % of it the proofs`,
      target: '≤ 5 s for 50',
    },
  ];
}

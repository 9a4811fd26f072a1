import { readLesson } from '#app/use-cases/learning/read-lesson.server.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import { courseOfAllKinds } from '../small-course.ts';
import { openSmallSite } from '../small-site.ts';

/** Serves a course with a test of ten questions, in a process of its own; advisers who may take it come as lines. */
const [port, advisers] = process.argv.slice(2).map(Number);
const edition = courseOfAllKinds();
const [sample] = kinds.single.samples;
const bank = Array.from({ length: 10 }, (_, slot) => ({ ...sample!, id: `q${slot}` }));
const site = await openSmallSite({ ...edition, banks: new Map([['alle', bank]]) }, port!);
for (let at = 0; at < advisers!; at++) {
  const { viewer, enrolmentId, cookie } = await site.adviser(`Vera${at}`);
  const read = await readLesson(site.world, viewer, { enrolmentId, step: 'ro' });
  if (!read.ok) throw new Error(read.reason);
  console.log(JSON.stringify({ enrolmentId, cookie }));
}
console.log('ready');

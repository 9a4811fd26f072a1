import { drawQuestions } from '#curriculum/quiz/draw-questions.ts';
import { kinds } from '#curriculum/quiz/kinds/kinds.ts';
import type { Question } from '#curriculum/quiz/question.ts';
import type { Measured } from './main.ts';

/** Draws twenty questions by goal and level from ten thousand, half of them seen before. */
export async function benchDraw(): Promise<Measured[]> {
  const [sample] = kinds.single.samples;
  const bank = Array.from(
    { length: 10_000 },
    (_, at): Question => ({ ...sample, id: `q${at}`, goal: `g${at % 20}`, level: `l${at % 3}` }),
  );
  const banks = new Map([['b', bank]]);
  const blueprint = Array.from({ length: 20 }, (_, at) => ({
    bank: 'b',
    draw: 1,
    goal: `g${at}`,
    ...(at % 2 === 0 && { level: `l${at % 3}` }),
  }));
  const seen = new Map(bank.filter((_, at) => at % 2 === 0).map(({ id }) => [id, 1]));
  const times: number[] = [];
  for (let at = 0; at < 60; at++) {
    const before = process.cpuUsage();
    drawQuestions(blueprint, banks, `seed ${at}`, seen);
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const [median] = times
    .slice(20)
    .sort((a, b) => a - b)
    .slice(20);
  return [
    {
      name: 'Drawing from 10,000 questions',
      measured: `${median!.toFixed(1)} ms of CPU, the median`,
      target: '≤ 5 ms',
    },
  ];
}

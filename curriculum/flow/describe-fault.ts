import type { Fault } from './prove-course.ts';

/** Turns a fault found by the proof into a sentence that says what to do. */
export function describeFault({ fault, where: place }: Fault): string {
  const where = place === 'flow' ? 'the flow' : place;
  switch (fault) {
    case 'dead-end':
      return `From here nobody gets on but by leaving the course: ${where}. Let the step be done, repeated or given up.`;
    case 'unreachable':
      return `Nobody ever comes to ${where}. Put it where the flow leads to it, or take it out.`;
    case 'never-certified':
      return `No way through ${where} ends in a certificate. Let every step that is needed be done.`;
    case 'never-attended':
      return `No way through ${where} ends in attended. Let every step that is needed be done.`;
    case 'bypass':
      return `Somebody gets past ${where} without doing what it asks. Let only its own work make a step done.`;
    case 'too-wide':
      return `There are too many ways through ${where} to prove them all. ${place === 'flow' ? 'Put fewer steps in one "all" or "choose", or set an order.' : 'Give it fewer attempts.'}`;
  }
}

/** Form fields with values for machines. Every other field is text that somebody wrote. */
const unwritten = new Set([
  'about',
  'asOf',
  'attempt',
  'attendance',
  'auto',
  'choice',
  'clock',
  'code',
  'course',
  'day',
  'decision',
  'intent',
  'enrolment',
  'factor',
  'gate',
  'hold',
  'invite',
  'language',
  'met',
  'next',
  'number',
  'operation',
  'outcome',
  'person',
  'public',
  'remove',
  'right',
  'role',
  'selfEnrol',
  'service',
  'slot',
  'step',
  'type',
  'undo',
  'value',
  'verdict',
  'warning',
]);

/** The texts of a form that somebody worked on, without duplicates. */
export function writtenIn(form: FormData): string[] {
  const texts = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && !unwritten.has(name) && value.trim() !== '' ? [value] : [],
  );
  return [...new Set(texts)];
}

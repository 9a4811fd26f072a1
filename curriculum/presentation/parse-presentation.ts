import { z } from 'zod';
import { Id } from '#curriculum/flow/course.ts';
import type { Problem } from '#curriculum/problem.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });

const PresentationFile = z.strictObject({
  /** What the course is for, in one sentence. */
  lead: Words,
  /** What somebody can do after it. */
  can: z.array(Words).min(1).max(12),
  /** How it is learned, in paragraphs. */
  method: z.array(Words).min(1).max(4),
  /** A lesson of the newest published edition that everybody may read. */
  sample: Id.optional(),
  /** A question of its own, never one of a bank: its key is public. */
  question: z
    .strictObject({
      text: Words,
      options: z
        .array(z.strictObject({ text: Words, right: z.literal(true).optional(), feedback: Words }))
        .min(2)
        .max(5)
        .refine((options) => options.filter(({ right }) => right).length === 1, 'Exactly one option says right: true.'),
    })
    .optional(),
});

/** How a course presents itself to everybody, whatever its edition. */
export type Presentation = z.infer<typeof PresentationFile>;
export type Presentations = Readonly<Record<string, Presentation>>;

export function parsePresentation(
  text: string,
  file: string,
): { ok: true; presentation: Presentation } | { ok: false; problems: Problem[] } {
  const { raw, say, problems } = readYaml(text, file);
  const read = PresentationFile.safeParse(raw);
  if (problems.length === 0 && !read.success) reportIssues(read.error.issues, raw, say);
  return read.success && problems.length === 0 ? { ok: true, presentation: read.data } : { ok: false, problems };
}

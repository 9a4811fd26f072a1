import type { Meaning } from '#certificates/drawing/meaning.ts';
import { qrCodeOf, qrLevels } from '#certificates/drawing/qr-code.ts';
import { formerWords, words } from '#certificates/drawing/words.ts';
import type { Box } from '#certificates/file/geometry.ts';
import { must } from './flaw.ts';

/** Everything that stands on a page. Days are as they are printed. */
export type PageFacts = {
  language: 'da' | 'en';
  variant: 'course' | 'renewal' | 'attendance';
  number: string;
  code: string;
  issuer: string;
  name: string;
  course: string;
  edition: string;
  evidence: string[];
  /** The sentence that names the person and the course, as a whole. */
  sentence: string;
  /** "Gælder fra: 17. november 2026", and so on. */
  facts: { label: string; body: string }[];
};

const variants = ['course', 'renewal', 'attendance'] as const;

/**
 * Reads the page as the form that we fill in, from its first word to its last. A page that says anything more, less or
 * in another order is refused.
 */
export function factsOfPage(meaning: readonly Meaning[]): PageFacts {
  const left = [...meaning];
  const next = <Role extends Meaning['role']>(role: Role): Extract<Meaning, { role: Role }> => {
    const said = left.shift();
    must(said?.role === role, 'says-otherwise');
    return said as Extract<Meaning, { role: Role }>;
  };
  const sentence = (role: 'H1' | 'H2' | 'P'): string => {
    const said = left.shift();
    must(said && said.role === role && 'texts' in said, 'says-otherwise');
    return said.texts.join(' ');
  };
  const isNext = (role: Meaning['role'], text?: string) => {
    const [said] = left;
    return said?.role === role && (text === undefined || ('texts' in said && said.texts.join(' ') === text));
  };

  const issuer = sentence('P');
  const numberLine = sentence('P');
  const kind = sentence('H1');
  const language = (['da', 'en'] as const).find((each) =>
    [words[each].kind, words[each].attendance.kind].includes(kind as never),
  );
  must(language, 'says-otherwise');
  const w = words[language];
  const attended = kind === w.attendance.kind;
  const [, number] =
    (attended
      ? new RegExp(`^${w.attendance.number} (D\\d{4}-\\d{5,})$`)
      : new RegExp(`^${w.number} (\\d{4}-\\d{5,})$`)
    ).exec(numberLine) ?? [];
  must(number, 'no-number-and-code');
  const notes = [w.demo, w.development, ...formerWords[language].development];
  while (notes.some((note) => isNext('P', note))) left.shift();
  const said = sentence('P');
  const [certified, ...others] = variants
    .filter((variant) => (variant === 'attendance') === attended)
    .flatMap((variant) => sentenceIn(said, language, variant) ?? []);
  must(certified && others.length === 0, 'says-otherwise');
  must(sentence('H2') === w[certified.variant].proof, 'says-otherwise');
  const evidence = isEvidence(left[0]) ? next('L').items.map(({ body }) => body) : [];
  if (attended) must(sentence('P') === w.attendance.note, 'says-otherwise');
  const facts = next('L').items;
  const labels = attended
    ? [[w.attendance.day, w.library, w.issued].join(), [w.attendance.days, w.library, w.issued].join()]
    : [[w.from, w.until, w.library, w.issued].join()];
  must(labels.includes(facts.map(({ label }) => label).join()), 'says-otherwise');
  must(sentence('H2') === (attended ? w.attendance.check : w.check), 'says-otherwise');
  const link = next('Link');
  const hint = attended ? w.attendance.hint : w.hint;
  must([hint, `${hint} ${w.signed}`].includes(sentence('P')), 'says-otherwise');
  const figure = next('Figure');
  must(left.length === 0, 'says-otherwise');
  const [, code] = /\/v\/([0-9A-Z]{4}(?:-[0-9A-Z]{4})+)(?:\?lang=en)?$/.exec(link.uri) ?? [];
  must(code, 'no-number-and-code');
  // What a screen reader says of the link and of the code names the same address as the page.
  must(bare(link.lines.join('')) === bare(link.uri.replace(/^https?:\/\//, '')), 'link-elsewhere');
  must(link.alt === w.link(link.uri) && figure.alt === w.qr(link.uri), 'link-elsewhere');
  return { language, number, code, issuer, ...certified, evidence, sentence: said, facts };
}

type Certified = Pick<PageFacts, 'variant' | 'name' | 'course' | 'edition'>;

/** Whom and what a sentence of this variant names: in today's words, else in those of earlier papers. */
function sentenceIn(said: string, language: 'da' | 'en', variant: PageFacts['variant']): Certified | undefined {
  const w = words[language];
  const end = escaped(w[variant].edition('\0')).replace('\0', '(\\d{4}\\.\\d+)');
  for (const did of [w[variant].did, ...formerWords[language][variant]]) {
    const lead = escaped(leadOf(language, variant));
    const found = new RegExp(`^${lead} (.+) ${escaped(did)} (.+) ${end}$`).exec(said);
    if (!found) continue;
    const [, name, course, edition] = found as unknown as [string, string, string, string];
    // A name that reads like the rest of the sentence could be taken in two ways.
    must(!` ${name} ${course} `.includes(` ${did} `), 'says-otherwise');
    return { variant, name, course, edition };
  }
  return undefined;
}

/** The sentence that a page says about this person and course, in today's words and in those of earlier papers. */
export function sentencesFor({ language, variant, name, course, edition }: Certified & { language: 'da' | 'en' }) {
  const w = words[language];
  return [w[variant].did, ...formerWords[language][variant]].map((did) =>
    [leadOf(language, variant), name, did, course, w[variant].edition(edition)].join(' '),
  );
}

/** Does the drawn code open this address? */
export function isCodeFor(uri: string, drawn: readonly Box[]): boolean {
  const runs = JSON.stringify(drawn);
  return qrLevels.some(
    (level) => runs === JSON.stringify(qrCodeOf(uri, level).runs.map(([x, y, width]) => [x, y, width, 1])),
  );
}

const leadOf = (language: 'da' | 'en', variant: PageFacts['variant']) =>
  variant === 'attendance' ? words[language].attendance.lead : words[language].lead;

const isEvidence = (said: Meaning | undefined) => said?.role === 'L' && said.items.every(({ label }) => label === '–');
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const bare = (text: string) => text.replace(/\s+/g, '');

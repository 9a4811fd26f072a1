import { describe, expect, test } from 'vitest';
import { parseEdition } from '#curriculum/content/parse-edition.ts';
import type { Section } from '#curriculum/content/parse-reading.ts';
import { bank, course, facts, good, lesson, read } from './edition-files.ts';

const htmlOf = ({ parts }: Section) => parts.map((part) => ('html' in part ? part.html : '')).join('');

describe('an edition', () => {
  test('is read with its sections, sources and digests', () => {
    const parsed = read();
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const reading = parsed.edition.readings.get('a')!;
    expect(reading.sections.map(({ id }) => id)).toEqual(['oplaeg', 'opgave', 'opsamling']);
    expect(htmlOf(reading.sections[0]!)).toContain('<div class="scroll" tabindex="0" role="group"');
    expect(reading.sourcesHtml).toContain('Kilde 1. Bekræftet i en kilde. Tjek igen senest 1. maj 2027.');
    expect(reading.sourcesHtml).toContain('Tilbage til teksten');
    expect(Object.keys(parsed.edition.course.digests!)).toEqual(['a', 'p']);
  });

  test('has the same digests if it was checked out on Windows', () => {
    const windows = Object.fromEntries(
      Object.entries(good).map(([name, text]) => [name, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(read(windows)).toEqual(read());
  });

  test('shows a source literally, whatever Markdown would make of it', () => {
    const parsed = read({ 'facts.yaml': facts.replace('Kilde 1', '1. beretning *x* a_b <i> [^m1-f02].') });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.edition.readings.get('a')!.sourcesHtml).toContain(
      '<p>1. beretning *x* a_b &#x3C;i> [^m1-f02]. Bekræftet i en kilde.',
    );
  });

  test('links every note to its source and back, each with an id of its own', () => {
    const parsed = read({ 'lessons/a.md': lesson.replace('Gør noget.', 'Gør noget.[^m1-f01]') });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { sections, sourcesHtml } = parsed.edition.readings.get('a')!;
    const whole = sections.map(htmlOf).join('') + sourcesHtml;
    const ids = [...whole.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const leads = [...whole.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id);
    const names = [...sourcesHtml.matchAll(/aria-label="([^"]+)"/g)].map(([, name]) => name);
    expect(new Set(ids).size).toBe(ids.length);
    expect(leads.filter((id) => !ids.includes(id))).toEqual([]);
    expect(names).toEqual(['Tilbage til teksten, kilde 1', 'Tilbage til teksten, kilde 1, sted 2']);
  });

  test('gives two sections of the same name different ids', () => {
    const day = '---\ntitle: D\nfacts: [m1-f01]\n---\n## Pause\n\nKaffe.[^m1-f01]\n\n## Pause\n\nTe.\n';
    const parsed = read({
      'course.yaml': course
        .replace('flow: [a, p]', 'flow: [a, d, p]')
        .replace('  - { id: p', '  - { id: d, kind: day, title: { da: "D", en: "D" } }\n  - { id: p'),
      'days/d.md': day,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.edition.readings.get('d')!.sections.map(({ id }) => id)).toEqual(['pause', 'pause-2']);
  });

  test('changes the digest of a step when its own text or bank changes, and no other', () => {
    const digests = (changed: Partial<Record<string, string>>) => {
      const parsed = parseEdition(
        new Map(Object.entries({ ...good, ...changed }) as [string, string][]),
        'kursus/2026.1',
        {
          digest: (text) => text,
        },
      );
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      return parsed.edition.course.digests!;
    };
    const before = digests({});
    const read = digests({ 'lessons/a.md': lesson.replace('Gør noget.', 'Gør andet.') });
    const asked = digests({ 'banks/b.yaml': bank.replace('"?"', '"!"') });
    expect([read.a === before.a, read.p === before.p]).toEqual([false, true]);
    expect([asked.a === before.a, asked.p === before.p]).toEqual([true, false]);
  });

  test('is read with a warning about facts that are past their review', () => {
    const warnings = (today: string) => {
      const parsed = read({}, { today });
      return parsed.ok && parsed.warnings.map(({ line, severity, message }) => `${severity} ${line} ${message}`);
    };
    expect(warnings('2027-05-01')).toEqual([]);
    expect(warnings('2027-05-02')).toEqual([
      'warning 2 Fact m1-f01 should have been checked again by 2027-05-01.',
      'warning 3 Fact m1-f02 should have been checked again by 2027-05-01.',
    ]);
  });

  test('has a hash over every file name and every letter, whatever order the files were read in', () => {
    const hash = (files: [string, string][]) => {
      const parsed = parseEdition(new Map(files), 'kursus/2026.1', { digest: (text) => text });
      return parsed.ok ? parsed.edition.contentHash : 'broken';
    };
    const files = Object.entries(good);
    expect(hash(files.toReversed())).toBe(hash(files));
    for (const [name, text] of files) {
      expect(hash(files)).toContain(name);
      expect(hash(files.map((each) => (each[0] === name ? [name, `${text}\n`] : each)))).not.toBe(hash(files));
    }
  });
});

test('an alias in a YAML file is reported with its place and causes no crash', () => {
  const parsed = parseEdition(new Map([['facts.yaml', 'facts: &a []\nmore: *a\n']]), 'kursus/2026.1', {
    digest: String,
  });
  expect(!parsed.ok && parsed.problems.map(({ file, message }) => `${file} ${message}`)).toContain(
    'curriculum/courses/kursus/2026.1/facts.yaml Write the value out: aliases (*name) are not read here.',
  );
});

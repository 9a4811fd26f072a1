import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import { CertificateTime } from '#app/components/certificate/certificate-time.tsx';
import type { CertificateView } from '#app/use-cases/learning/see-course.server.ts';
import { wordsIn } from '#app/words/words.server.ts';
import { addDays } from '#curriculum/calendar/calendar-day.ts';

// No letter of the type is wider, at 14 points.
const widest = 9;

/** Each text of the picture with the line it stands on and how far it reaches. */
function textsOf(language: 'da' | 'en', certificate: CertificateView) {
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={wordsIn(language)}>
      <CertificateTime certificate={certificate} language={language} />
    </I18nextProvider>,
  );
  return [...html.matchAll(/<text([^>]*)>([^<]*)</g)].map(([, given = '', text = '']) => {
    const value = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(given)?.[1];
    const x = Number(value('x') ?? 0);
    const width = text.length * widest;
    const isEnd = value('text-anchor') === 'end';
    return { text, line: value('y'), from: isEnd ? x - width : x, to: isEnd ? x : x + width };
  });
}

test('dates of a certificate never meet on its timeline, whenever its renewal opens', () => {
  const validFrom = '2026-09-27';
  fc.assert(
    fc.property(
      fc.constantFrom('da' as const, 'en' as const),
      fc.integer({ min: 90, max: 1_200 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (language, days, opens, now) => {
        const on = (part: number) => addDays(validFrom, Math.round(part * days));
        const given = { validFrom, lastValidDay: on(1), renewsOn: on(opens), today: on(now) };
        const texts = textsOf(language, given as CertificateView);
        expect(texts).toHaveLength(7);
        for (const [at, one] of texts.entries())
          for (const other of texts.slice(at + 1))
            expect(one.line === other.line && one.from < other.to && other.from < one.to).toBe(false);
      },
    ),
    { numRuns: 50 },
  );
});

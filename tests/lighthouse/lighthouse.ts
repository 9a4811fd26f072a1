import lighthouse from 'lighthouse';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse found on one page; times in milliseconds. */
export type Sight = {
  scores: Record<(typeof categories)[number], number>;
  firstPaint: number;
  largestPaint: number;
  blocked: number;
  /** Audits without full marks, so that a failure says what to mend. */
  wanting: string[];
};

/** Looks at a page with Lighthouse's own throttled phone, in the browser that listens at this port. */
export async function sightOf(url: string, port: number, cookie: string): Promise<Sight> {
  const found = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: [...categories],
    extraHeaders: cookie ? { Cookie: cookie } : {},
  });
  if (!found || found.lhr.runtimeError) throw new Error(`${url}: ${found?.lhr.runtimeError?.message}`);
  const { categories: scored, audits } = found.lhr;
  const time = (audit: string) => Math.round(audits[audit]?.numericValue ?? Number.NaN);
  return {
    scores: Object.fromEntries(
      categories.map((each) => [each, Math.round((scored[each]?.score ?? 0) * 100)]),
    ) as Sight['scores'],
    firstPaint: time('first-contentful-paint'),
    largestPaint: time('largest-contentful-paint'),
    blocked: time('total-blocking-time'),
    wanting: categories.flatMap((each) =>
      (scored[each]?.auditRefs ?? [])
        .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
        .map(({ id }) => `${id} ${audits[id]?.displayValue ?? ''}`.trim()),
    ),
  };
}

import type { Verdict } from '#curriculum/quiz/kinds/kind.ts';

/** A shape for each verdict: full disc, half disc, square with a cross, and a dashed ring for nothing. Words stand beside it. */
export function VerdictMark({ verdict }: { verdict: Verdict | 'empty' }) {
  return (
    <svg className="verdict" viewBox="0 0 24 24" aria-hidden="true">
      {shapes[verdict]}
    </svg>
  );
}

const line = { fill: 'none', strokeWidth: 2.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const shapes = {
  right: (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--petrol)" />
      <path d="M6.8 12.4l3.6 3.6 6.8-7.6" stroke="var(--white)" {...line} />
    </>
  ),
  partly: (
    <>
      <circle cx="12" cy="12" r="10.4" fill="var(--white)" stroke="var(--petrol)" strokeWidth="2.4" />
      <path d="M12 1.6a10.4 10.4 0 0 1 0 20.8z" fill="var(--petrol)" />
    </>
  ),
  wrong: (
    <>
      <rect x="1.5" y="1.5" width="21" height="21" rx="2" fill="var(--white)" stroke="var(--ink)" strokeWidth="2.4" />
      <path d="M8 8l8 8M16 8l-8 8" stroke="var(--ink)" {...line} />
    </>
  ),
  empty: (
    <circle cx="12" cy="12" r="10.4" fill="none" stroke="var(--ink-2)" strokeWidth="2.4" strokeDasharray="3 2.6" />
  ),
  noted: (
    <>
      <circle cx="12" cy="12" r="10.4" fill="var(--white)" stroke="var(--petrol)" strokeWidth="2.4" />
      <circle cx="12" cy="12" r="4" fill="var(--petrol)" />
    </>
  ),
};

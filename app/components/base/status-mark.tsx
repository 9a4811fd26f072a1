import type { GateValue } from '#curriculum/readiness/readiness-of.ts';

/** Shows a gate's value as a shape, a fill and a word. An unknown value is hatched and never red. */
export function StatusMark({ value, word }: { value: GateValue; word: string }) {
  return (
    <span className="status">
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <Shape value={value} />
      </svg>
      {value === 'ikke-opfyldt' ? <b>{word}</b> : word}
    </span>
  );
}

function Shape({ value }: { value: GateValue }) {
  const line = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round', strokeWidth: 2.4 } as const;
  switch (value) {
    case 'opfyldt':
      return (
        <>
          <circle cx="12" cy="12" r="11" fill="var(--petrol)" />
          <path d="M6.8 12.4l3.6 3.6 6.8-7.6" stroke="var(--white)" {...line} />
        </>
      );
    case 'ikke-opfyldt':
      return (
        <>
          <rect
            x="1.5"
            y="1.5"
            width="21"
            height="21"
            rx="2"
            fill="var(--white)"
            stroke="var(--ink)"
            strokeWidth="2.4"
          />
          <path d="M8 8l8 8M16 8l-8 8" stroke="var(--ink)" {...line} />
        </>
      );
    case 'ukendt':
      return (
        <circle
          cx="12"
          cy="12"
          r="10.5"
          fill="url(#hatching)"
          stroke="var(--grey)"
          strokeWidth="1.6"
          strokeDasharray="3 2.4"
        />
      );
    case 'ikke-relevant':
      return <path d="M5 12h14" stroke="var(--grey)" strokeWidth="2.4" />;
  }
}

/** Defines the hatch for unknown values. Every page that may draw it includes this once. */
export function HatchPatterns() {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id="hatching" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--white)" />
          <rect width="2.2" height="7" fill="var(--ink-2)" />
        </pattern>
      </defs>
    </svg>
  );
}

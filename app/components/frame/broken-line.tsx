/** How the drawings of what went wrong draw the line. */
export const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 4 } as const;

/** The line is broken: between here and the server, or at the server. */
export function BrokenLine() {
  return (
    <>
      <path d="M10 90H92M148 90h50" {...line} />
      <path d="M104 76l10 14-10 14M136 76l-10 14 10 14" {...line} stroke="var(--ink)" />
      <circle cx="30" cy="90" r="12" fill="currentColor" />
      <circle cx="210" cy="90" r="12" {...line} />
    </>
  );
}

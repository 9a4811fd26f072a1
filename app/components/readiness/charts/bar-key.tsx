import { Swatch } from '#app/components/readiness/map/map-key.tsx';
import type { BarFill } from './bars.server.ts';

/** What the parts of the bars mean. */
export function BarKey({ parts }: { parts: readonly (readonly [fill: BarFill, label: string])[] }) {
  return (
    <ul className="bar-key">
      {parts.map(([fill, label]) => (
        <li key={fill}>
          <Swatch fill={fill} />
          {label}
        </li>
      ))}
    </ul>
  );
}

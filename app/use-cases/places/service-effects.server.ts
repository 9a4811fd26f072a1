import { translator } from '#app/platform/translator.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { danish, formatDay } from '#app/words/format.ts';
import { directionOf, type GateChange } from '#curriculum/readiness/changes-between.ts';
import { type VerdictChange, verdictChange } from '#curriculum/readiness/effect-of.ts';
import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';

export type ServiceEffect = Omit<VerdictChange, 'gates'> & {
  /** The verdicts in words. */
  said: { from: string; to: string };
  /** Null if the verdict stays. */
  direction: ReturnType<typeof directionOf> | null;
  gates: (GateChange & { title: string; said: { from: string; to: string }; reason: string })[];
};

/** What something does to the readiness of library services on a day, in words. */
export function serviceEffects(
  world: World,
  day: string,
  facts: { was: readonly ServiceFacts[]; is: readonly ServiceFacts[] },
  { today, language }: { today: string; language: 'da' | 'en' },
): ServiceEffect[] {
  const words = translator({ language }, 'agency');
  const verdict = (each: VerdictChange['from']) => words(`verdict.${each}`).toLowerCase();
  const value = (each: VerdictChange['gates'][number]['to']) => words(`gate.${each}`).toLowerCase();
  const effects = facts.is.map((is): ServiceEffect => {
    const was = facts.was.find(({ serviceId }) => serviceId === is.serviceId)!;
    const change = verdictChange(world.policy, day, was, is, today);
    return {
      ...change,
      said: { from: verdict(change.from), to: verdict(change.to) },
      direction: change.from === change.to ? null : directionOf(change),
      gates: change.gates.map(({ key, from, to, reason }) => ({
        ...{ key, from, to, said: { from: value(from), to: value(to) } },
        title: world.policy.gates.find((gate) => gate.key === key)!.short[language],
        reason: reasonText(reason, language, (each) => formatDay(language, each)),
      })),
    };
  });
  return effects.sort((a, b) => danish.compare(a.name, b.name));
}

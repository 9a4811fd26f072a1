import type { ServiceFacts } from '#curriculum/readiness/readiness-of.ts';

/** The facts of services as they would be if one of them served a municipality instead of another. */
export function servingEffect(facts: readonly ServiceFacts[], code: string, serviceId: string): ServiceFacts[] {
  const place = facts.flatMap(({ municipalities }) => municipalities).find((each) => each.code === code);
  return facts.map((each) => {
    const others = each.municipalities.filter((one) => one.code !== code);
    return { ...each, municipalities: each.serviceId === serviceId && place ? [...others, place] : others };
  });
}

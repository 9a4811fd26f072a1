/** The area around the capital, which is drawn enlarged: Byen København and Københavns omegn have the first codes. */
export const capitalArea = 'hovedstaden';
const lastOfTheCapital = '0187';

/** Is a municipality in the region that was asked for? No region is the whole country. */
export function isInRegion({ code, region }: { code: string; region: string }, asked: string): boolean {
  if (asked === '') return true;
  return asked === capitalArea ? code <= lastOfTheCapital : region === asked;
}

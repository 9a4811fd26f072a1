/** A chance in words that people use: "3 out of 10", or below 1 and above 9. */
export function chanceKey(chance: number): { key: 'below' | 'above' | 'of-ten'; count: number } {
  if (chance < 0.05) return { key: 'below', count: 1 };
  if (chance > 0.95) return { key: 'above', count: 9 };
  return { key: 'of-ten', count: Math.min(9, Math.round(chance * 10)) };
}

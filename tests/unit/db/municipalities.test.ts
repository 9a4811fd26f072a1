import { describe, expect, test } from 'vitest';
import municipalities from '#db/places/municipalities.json';

describe('the municipalities', () => {
  test("are 98, each once, and with Christiansø their people add up to the country's", () => {
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(98);
    expect(municipalities.reduce((sum, { population }) => sum + population, 84)).toBe(5_822_763);
  });
  test('have a library number that is derived from their code', () => {
    for (const { code, libraryNumber } of municipalities) expect(libraryNumber).toBe(`7${code.slice(1)}00`);
  });
  test('lie in five regions now and in four from 2027', () => {
    expect(new Set(municipalities.map(({ region }) => region)).size).toBe(5);
    expect(new Set(municipalities.map(({ regionFrom2027 }) => regionFrom2027)).size).toBe(4);
  });
  test('had five pilots', () => {
    const pilots = municipalities.filter(({ pilot2012 }) => pilot2012).map(({ name }) => name);
    expect(pilots.sort()).toEqual(['Esbjerg', 'Herning', 'Horsens', 'Odense', 'Rudersdal']);
  });
});

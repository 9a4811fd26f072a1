/** The translation of a file stands beside it: `lessons/m1.en.md`. */
export const isTranslation = (name: string): boolean => /\.en\.[a-z0-9]+$/.test(name);

/** The name of the file that a translation translates. Captions name their language in both: `films/a.da.vtt`. */
export function translatedBy(name: string): string {
  return name.replace(/\.en\.vtt$/, '.da.vtt').replace(/\.en(\.[a-z0-9]+)$/, '$1');
}

import type { World } from '#app/platform/world.server.ts';
import type { Language } from '#app/words/make-words.ts';
import { cellOf } from './cell-of.ts';
import type { DataField } from './data-set.ts';
import { licenceOf } from './licence-of.ts';
import { openDataFiles } from './open-data-files.server.ts';

export type OpenDataView = {
  issuer: string;
  licence: { name: string; path: string };
  sets: {
    key: string;
    title: string;
    rows: number;
    files: { name: string; form: 'CSV' | 'JSON'; bytes: number }[];
    fields: { name: string; type: DataField['type']; meaning: string; source: string; since: string }[];
    /** The head and the first row as they stand in the CSV. */
    sample: string;
  }[];
};

/** The page of the open data: which files there are, what each column means, and on which terms. */
export async function seeOpenData(world: World, language: Language): Promise<OpenDataView> {
  const { sets, files } = await openDataFiles(world);
  return {
    issuer: world.env.issuerName,
    licence: licenceOf(world.env),
    sets: sets.map(({ key, title, fields, rows }) => ({
      key,
      title: title[language],
      rows: rows.length,
      files: files
        .filter(({ name }) => name.startsWith(`${key}.`))
        .map(({ name, bytes }) => ({ name, form: name.endsWith('.csv') ? 'CSV' : 'JSON', bytes })),
      fields: fields.map(({ name, type, meaning, source, since }) => ({
        ...{ name, type, since },
        meaning: meaning[language],
        source: source[language],
      })),
      sample: [fields.map(({ name }) => name), ...rows.slice(0, 1).map((row) => row.map(cellOf))]
        .map((line) => line.join(';'))
        .join('\n'),
    })),
  };
}

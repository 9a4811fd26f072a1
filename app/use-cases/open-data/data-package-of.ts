import type { DataField, FilledSet } from './data-set.ts';
import type { licenceOf } from './licence-of.ts';

/** What a Data Package calls our types. Several values of a list stand in one cell with a space between them. */
const types: Record<DataField['type'], string> = { text: 'string', code: 'string', day: 'date', list: 'string' };

type Described = { issuer: string; licence: ReturnType<typeof licenceOf>; sample: boolean };

/** The dictionary of all open files, in the form of a Frictionless Data Package, so that other programs read it too. */
export const dataPackageOf = (sets: readonly FilledSet[], { issuer, licence, sample }: Described) => ({
  profile: 'tabular-data-package',
  name: 'vejlederbevis',
  title: 'Vejlederbevis',
  sampleData: sample,
  licenses: [licence],
  sources: [{ title: `${issuer}, Vejlederbevis` }],
  resources: sets.map(({ key, title, fields }) => ({
    profile: 'tabular-data-resource',
    name: key,
    path: `${key}.csv`,
    title: title.en,
    titles: title,
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ';', lineTerminator: '\r\n', header: true },
    schema: {
      missingValues: [''],
      fields: fields.map(({ name, type, meaning, source, since }) => ({
        name,
        type: types[type],
        ...(type === 'day' && { format: '%Y-%m-%d' }),
        ...(type === 'list' && { separator: ' ' }),
        description: meaning.en,
        descriptions: meaning,
        sources: source,
        since,
      })),
    },
  })),
});

import { csvOf } from '#app/platform/csv.server.ts';
import { sha256, type World } from '#app/platform/world.server.ts';
import { dayOf } from '#curriculum/calendar/calendar-day.ts';
import { cellOf } from './cell-of.ts';
import { dataPackageOf } from './data-package-of.ts';
import type { FilledSet } from './data-set.ts';
import { licenceOf } from './licence-of.ts';
import { openDataSets } from './open-data-sets.server.ts';

export type OpenDataFile = {
  name: string;
  mediaType: string;
  text: string;
  bytes: number;
  sha256: string;
  rows: number | null;
};

/** Every open file as it is today: each set as CSV and JSON, and the dictionary of all of them. */
export async function openDataFiles(world: World): Promise<{ sets: FilledSet[]; files: OpenDataFile[] }> {
  const sets = await openDataSets(world);
  const described = { issuer: world.env.issuerName, licence: licenceOf(world.env), sample: world.demo };
  const asOf = dayOf(world.now());
  return {
    sets,
    files: [
      ...sets.flatMap((set) => [
        fileOf(`${set.key}.csv`, 'text/csv; charset=utf-8', csvOf(tableOf(set)), set.rows.length),
        fileOf(`${set.key}.json`, 'application/json', jsonOf(set, { ...described, asOf }), set.rows.length),
      ]),
      fileOf('datapackage.json', 'application/json', inLines(dataPackageOf(sets, described)), null),
    ],
  };
}

const tableOf = ({ fields, rows }: FilledSet) => [
  fields.map(({ name }) => name),
  ...rows.map((row) => row.map(cellOf)),
];

type Described = { issuer: string; licence: ReturnType<typeof licenceOf>; sample: boolean; asOf: string };

const jsonOf = ({ key, fields, rows }: FilledSet, { issuer, licence, sample, asOf }: Described) =>
  inLines({
    ...{ dataset: key, asOf, licence, source: `${issuer}, Vejlederbevis`, sampleData: sample },
    rows: rows.map((row) => Object.fromEntries(fields.map(({ name }, at) => [name, row[at]]))),
  });

const inLines = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

function fileOf(name: string, mediaType: string, text: string, rows: number | null): OpenDataFile {
  return { name, mediaType, text, bytes: Buffer.byteLength(text), sha256: sha256(text), rows };
}

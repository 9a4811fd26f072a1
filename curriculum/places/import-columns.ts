/** What can be imported about places. */
export const importKinds = ['biblioteker', 'maalgruppe', 'vejledere'] as const;
export type ImportKind = (typeof importKinds)[number];

/** The columns of each file, in the order of the template; the others may be left out. */
export const importColumns: Record<ImportKind, { required: readonly string[]; more: readonly string[] }> = {
  biblioteker: {
    required: ['biblioteksnummer', 'navn', 'kommunekode'],
    more: [
      ...['type', 'adresse', 'postnummer', 'by', 'bredde', 'laengde'],
      ...['vejledningssted', 'aktiv_fra', 'aktiv_til'],
    ],
  },
  maalgruppe: {
    required: ['kommunekode', 'periode', 'kilde'],
    more: ['indbyggere', 'firmaer_i_alt', 'firmaer_uden_ansatte', 'firmaer_1_9_ansatte', 'foreninger_med_cvr'],
  },
  vejledere: {
    required: ['fornavn', 'efternavn', 'arbejdsmail', 'biblioteksnummer'],
    more: ['medarbejder_id', 'rolle', 'startdato', 'slutdato'],
  },
};

/** A municipality's code as spreadsheets leave it: 657 is 0657. */
export const municipalityCodeOf = (text: string): string => (/^\d{3}$/.test(text) ? `0${text}` : text);

/** A whole number as a cell has it: 89127 or 89.127. Undefined if it is none; null if nothing is said. */
export function wholeNumberOf(text: string): number | null | undefined {
  if (text === '') return null;
  const plain = /^\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** Degrees as a cell has them: 56,13 or 56.13. Undefined if it is no place in or near Denmark; null if nothing is said. */
export function degreesOf(text: string, { least, most }: { least: number; most: number }): number | null | undefined {
  if (text === '') return null;
  const degrees = /^-?\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return degrees >= least && degrees <= most ? degrees : undefined;
}

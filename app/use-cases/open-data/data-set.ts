type Words = { da: string; en: string };

/** One column of an open file: its name never changes, and new ones come last. */
export type DataField = {
  name: string;
  type: 'text' | 'code' | 'day' | 'list';
  meaning: Words;
  source: Words;
  /** The day from which the column is there. */
  since: string;
};

/** A cell of a list has several values; one without a value is empty. */
export type DataValue = string | readonly string[];

export type DataSet = {
  key: string;
  title: Words;
  /** Where the facts come from, and on which terms if they are not our own. */
  terms?: Words;
  fields: readonly DataField[];
};

export type FilledSet = DataSet & { rows: readonly (readonly DataValue[])[] };

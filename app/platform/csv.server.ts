const bom = '\uFEFF';

/**
 * Rows in the format Danish spreadsheets expect: semicolons, a byte order mark, and no cell that starts a formula. A
 * code such as 0101 is written unchanged: ="0101" would make a spreadsheet keep the zero, but is wrong for every other
 * reader.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${bom}${linesIn(rows)}`;
}

const linesIn = (rows: readonly (readonly string[])[]) => rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('');

function cell(text: string): string {
  const safe = /^(\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Notes = { head: string; texts: readonly string[] };
type Table = { head: readonly string[]; rows: readonly (readonly string[])[]; notes?: Notes };
type LongTable = Omit<Table, 'rows'> & { batches: AsyncIterable<Table['rows']> };

/**
 * A table to download. Its first line is the head, as programs expect; what is said of the whole table stands in a last
 * column of every row.
 */
export function csvResponse(fileName: string, { rows, ...table }: Table): Response {
  const { head, noted } = linesOf(table);
  return csvAnswer(fileName, csvOf([head, ...noted(rows)]));
}

/** The same for a table that is too long to be in memory at once: it is sent batch by batch. */
export function csvInBatches(fileName: string, { batches, ...table }: LongTable): Response {
  const { head, noted } = linesOf(table);
  const encoder = new TextEncoder();
  const rest = batches[Symbol.asyncIterator]();
  return csvAnswer(
    fileName,
    new ReadableStream<Uint8Array>({
      start: (sent) => sent.enqueue(encoder.encode(csvOf([head]))),
      async pull(sent) {
        const { done, value } = await rest.next();
        if (done) sent.close();
        else sent.enqueue(encoder.encode(linesIn(noted(value))));
      },
    }),
  );
}

function linesOf({ head, notes }: Omit<Table, 'rows'>) {
  const said = notes && notes.texts.length > 0 ? { head: [notes.head], row: [notes.texts.join(' ')] } : undefined;
  return {
    head: [...head, ...(said?.head ?? [])],
    noted: (rows: Table['rows']) => rows.map((row) => [...row, ...(said?.row ?? [])]),
  };
}

const csvAnswer = (fileName: string, body: BodyInit) =>
  new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Cache-Control': 'private, no-store',
    },
  });

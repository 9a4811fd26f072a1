import type { Problem } from '#curriculum/problem.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import type { YamlFile } from '#curriculum/read-yaml.ts';
import type { Dialogue } from './dialogues/dialogue.ts';
import { parseDialogue } from './dialogues/parse-dialogue.ts';
import { type Figure, parseFigure } from './figures/parse-figure.ts';
import { faultOfCaptions, parseFilm } from './films/film.ts';

/** A file of an edition that a page fetches by itself. Its address names its bytes, so it may be kept for ever. */
export type CourseFile = { name: string; type: string; text?: string };

/** What the texts of an edition may show beside their words. A file with a fault has a name here and nothing else. */
export type Material = {
  dialogues: ReadonlyMap<string, Dialogue | undefined>;
  /** The dialogues as they were written; a translation is compared with them. */
  writtenDialogues: ReadonlyMap<string, YamlFile>;
  figures: ReadonlyMap<string, (Figure & { address: string }) | undefined>;
  /** Films and their captions. */
  films: ReadonlyMap<string, { address: string; language: Language } | undefined>;
  /** What is said in a film, by the name of the file. */
  transcripts: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, CourseFile>;
};

type Say = (name: string, problems: { line: number; column?: number; message: string }[]) => void;

/** Reads the figures, films and dialogues of an edition: those of one language. */
export function readMaterial(
  files: ReadonlyMap<string, string>,
  pathOf: (name: string) => string,
  digest: (text: string) => string,
  problems: Problem[],
): Material {
  const say: Say = (name, found) =>
    problems.push(
      ...found.map(
        ({ line, column = 1, message }): Problem => ({
          file: pathOf(name),
          line,
          column,
          path: '',
          message,
          severity: 'error',
        }),
      ),
    );
  const served = new Map<string, CourseFile>();
  const serve = (digestOfFile: string, file: CourseFile) => {
    const address = `${digestOfFile.slice(0, 32)}.${file.name.split('.').at(-1)}`;
    served.set(address, file);
    return `/course-files/${address}`;
  };
  const dialogues = new Map<string, Dialogue | undefined>();
  const writtenDialogues = new Map<string, YamlFile>();
  const figures = new Map<string, (Figure & { address: string }) | undefined>();
  const films = new Map<string, { address: string; language: Language } | undefined>();
  const languageOf = (name: string): Language => (/\.en\.vtt$/.test(name) ? 'en' : 'da');
  const transcripts = new Map<string, string>();
  for (const [name, text] of files) {
    if (/^dialogues\/.*\.yaml$/.test(name)) {
      const own = name.slice('dialogues/'.length, -'.yaml'.length);
      const { dialogue, problems: found, written } = parseDialogue(text, pathOf(name), own);
      problems.push(...found);
      dialogues.set(own, dialogue);
      writtenDialogues.set(own, written);
    } else if (/^figures\/.*\.svg$/.test(name)) {
      const { figure, problems: found } = parseFigure(text, pathOf(name));
      problems.push(...found);
      const address = figure && serve(digest(text), { name, type: 'image/svg+xml', text });
      figures.set(name, figure && { ...figure, address: address! });
    } else if (/^films\/.*\.(?:mp4|webm)$/.test(name)) {
      const film = parseFilm(text, name);
      if (!film.ok) say(name, [{ line: 1, message: film.fault }]);
      const type = name.endsWith('.mp4') ? 'video/mp4' : 'video/webm';
      films.set(name, film.ok ? { address: serve(film.sha256, { name, type }), language: 'da' } : undefined);
    } else if (/^films\/.*\.vtt$/.test(name)) {
      const fault = faultOfCaptions(text);
      if (fault) say(name, [fault]);
      const address = fault ? undefined : serve(digest(text), { name, type: 'text/vtt', text });
      films.set(name, address === undefined ? undefined : { address, language: languageOf(pathOf(name)) });
    } else if (/^films\/.*\.md$/.test(name)) transcripts.set(name, text);
  }
  return { dialogues, writtenDialogues, figures, films, transcripts, files: served };
}

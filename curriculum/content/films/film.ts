import { z } from 'zod';
import { text } from '#curriculum/quiz/kinds/kind.ts';

const name = (ending: string, of: string) =>
  z.string().regex(new RegExp(`^films/[a-z0-9][a-z0-9.-]*\\.(?:${ending})$`), `Name ${of}.`);

/** A film as a lesson places it. What is said in it stands in the .md file beside it. */
export const FilmBlock = z.strictObject({
  file: name('mp4|webm', 'a film: films/name.mp4 or films/name.webm'),
  captions: name('vtt', 'the captions: films/name.da.vtt'),
  poster: z.string().regex(/^figures\/[a-z0-9][a-z0-9-]*\.svg$/, 'Name a figure as the poster: figures/name.svg.'),
  title: text,
  caption: text,
});
export type FilmBlock = z.infer<typeof FilmBlock>;

/** A film is fetched in parts while it plays, yet it must stay small enough for the repository. */
const mostBytes = 20_000_000;

/**
 * A binary file stands among the texts of an edition as three lines: its digest, its size and how it begins. So the
 * digest of the edition covers it, and nobody tries to read it as text.
 */
export function standInOf(sha256: string, bytes: number, begin: string): string {
  return `sha256 ${sha256}\nbytes ${bytes}\nbegins ${begin}\n`;
}

export function isBinaryName(name: string): boolean {
  return /\.(?:mp4|webm)$/.test(name);
}

/** The digest of a film's bytes, or why the file is none. */
export function parseFilm(standIn: string, name: string): { ok: true; sha256: string } | { ok: false; fault: string } {
  const [, sha256, bytes, begin] = /^sha256 ([0-9a-f]{64})\nbytes (\d+)\nbegins ([0-9a-f]*)\n$/.exec(standIn) ?? [];
  if (!sha256 || !begin) return { ok: false, fault: 'The film could not be read as a file.' };
  const isFilm = name.endsWith('.mp4') ? begin.slice(8, 16) === '66747970' : begin.startsWith('1a45dfa3');
  if (!isFilm) return { ok: false, fault: `This is no ${name.split('.').at(-1)} film, whatever its name says.` };
  if (Number(bytes) > mostBytes)
    return { ok: false, fault: `The film has ${bytes} bytes; make it at most ${mostBytes}.` };
  return { ok: true, sha256 };
}

/** Why a text is not a caption track (WebVTT), with its line. */
export function faultOfCaptions(text: string): { line: number; message: string } | undefined {
  const lines = text.split('\n');
  if (!/^WEBVTT(?:\s|$)/.test(lines[0]!)) return { line: 1, message: 'Captions begin with the line WEBVTT.' };
  const cue = /^(?:\d\d:)?\d\d:\d\d\.\d{3} --> (?:\d\d:)?\d\d:\d\d\.\d{3}(?:\s.*)?$/;
  const bad = lines.findIndex((line) => line.includes('-->') && !cue.test(line));
  if (bad >= 0) return { line: bad + 1, message: 'Write the time of a caption as 00:01.000 --> 00:04.000.' };
  if (!lines.some((line) => cue.test(line))) return { line: 1, message: 'The captions say nothing.' };
  return undefined;
}

import type { ElementContent } from 'hast';
import type { Code, Image, Paragraph, Root, RootContent } from 'mdast';
import { inPlainWords } from '#curriculum/plain-words.ts';
import type { Problem } from '#curriculum/problem.ts';
import type { Language } from '#curriculum/quiz/kinds/kind.ts';
import { readYaml, reportIssues } from '#curriculum/read-yaml.ts';
import type { Exercise } from './exercises/exercise.ts';
import { type AroundExercises, type ExerciseBlock, exerciseBlocks, parseExercise } from './exercises/parse-exercise.ts';
import { FilmBlock } from './films/film.ts';
import type { Material } from './material.ts';
import { readingWords } from './reading-words.ts';

/** The exercises of a text in its order, and the files it shows. */
export type Blocks = { exercises: Exercise[]; files: string[] };
export type AroundBlocks = AroundExercises & { material: Material };
type Place = { file: string; firstLine: number; isLesson: boolean; language: Language };

/**
 * Replaces the blocks of a text (```check and the others) and its figures by the elements they become. A block stands on
 * its own in a section: inside a list or a quotation nobody would find it.
 */
export function readBlocks(tree: Root, place: Place, around: AroundBlocks, problems: Problem[]): Blocks {
  const blocks: Blocks = { exercises: [], files: [] };
  const tell = (line: number, message: string) =>
    problems.push({ file: place.file, line, column: 1, path: '', message, severity: 'error' });
  const lineOf = (node: RootContent) => (node.position?.start.line ?? 1) + place.firstLine - 1;
  const { figures, films, transcripts } = around.material;
  const words = readingWords[place.language];
  const shown: RootContent[] = [];
  let number = 0;

  for (let at = 0; at < tree.children.length; at++) {
    const node = tree.children[at]!;
    const image = imageOf(node);
    if (image) {
      const next = tree.children[at + 1];
      const description = next?.type === 'code' && next.lang === 'description' ? next : undefined;
      if (description) at++;
      shown.push(element(figureOf(image, lineOf(node), description)));
    } else if (node.type !== 'code' || !node.lang) shown.push(node);
    else if (isExercise(node.lang)) {
      if (!place.isLesson) tell(lineOf(node), 'Exercises stand in lessons.');
      const exercise = parseExercise(node.lang, node.value, yamlOf(node), around, problems);
      if (!exercise) continue;
      blocks.exercises.push(exercise);
      if (exercise.is === 'dialogue') blocks.files.push(`dialogues/${exercise.id}.yaml`);
      shown.push(element({ type: 'element', tagName: 'exercise', properties: { id: exercise.id }, children: [] }));
    } else if (node.lang === 'film') {
      const film = filmOf(node);
      if (film) shown.push(element(film));
    } else if (node.lang === 'description')
      tell(lineOf(node), 'A description stands directly below its figure: ![…](figures/…svg "…").');
    else
      tell(
        lineOf(node),
        `A block is ${[...exerciseBlocks, 'film', 'description'].join(', ')}; "${node.lang}" is none.`,
      );
  }
  tree.children = shown;
  return blocks;

  function yamlOf(node: Code) {
    return { file: place.file, firstLine: lineOf(node) + 1 };
  }

  function figureOf(image: Image, line: number, description: Code | undefined): ElementContent {
    const { url, alt, title } = image;
    number++;
    if (!alt?.trim()) tell(line, `Say in a few words what ${url} shows: ![Et hus i gennemsnit](${url} "…").`);
    if (!title?.trim()) tell(line, `Give ${url} a caption: ![…](${url} "Ella mangler nøglen til momsen.").`);
    if (!description?.value.trim())
      tell(line, `Describe ${url} for who cannot see it: a block \`\`\`description directly below.`);
    const figure = figures.get(url);
    if (!figures.has(url)) tell(line, `There is no ${url}; a figure is an SVG file in figures/.`);
    blocks.files.push(url);
    return html('figure', { className: ['drawing'] }, [
      html('img', {
        src: figure?.address ?? '',
        alt: alt ?? '',
        width: figure?.width ?? 1,
        height: figure?.height ?? 1,
        loading: 'lazy',
        decoding: 'async',
      }),
      html('figcaption', {}, [html('b', {}, [word(`${words.figure} ${number}.`)]), word(` ${title ?? ''}`)]),
      details(words.figureAsText, description?.value ?? ''),
    ]);
  }

  function filmOf(node: Code): ElementContent | undefined {
    const yaml = readYaml(node.value, place.file, lineOf(node) + 1);
    const { data, error } = FilmBlock.safeParse(yaml.raw, inPlainWords);
    if (yaml.raw !== undefined) reportIssues(error?.issues ?? [], yaml.raw, yaml.say);
    const transcript = data?.file.replace(/\.[a-z0-9]+$/, '.md') ?? '';
    if (data) {
      for (const key of ['file', 'captions'] as const)
        if (!films.has(data[key])) yaml.say([key], `There is no ${data[key]}.`);
      if (!figures.has(data.poster)) yaml.say(['poster'], `There is no ${data.poster}.`);
      if (!transcripts.get(transcript)?.trim())
        yaml.say(['file'], `Write what is said and done in the film in ${transcript}.`);
    }
    problems.push(...yaml.problems);
    if (!data || yaml.problems.length > 0) return undefined;
    blocks.files.push(data.file, data.captions, data.poster, transcript);
    const poster = figures.get(data.poster);
    const captionsIn = films.get(data.captions)?.language ?? 'da';
    return html('figure', { className: ['film'] }, [
      html(
        'video',
        {
          controls: true,
          preload: 'none',
          playsInline: true,
          poster: poster?.address ?? '',
          width: poster?.width ?? 1,
          height: poster?.height ?? 1,
          ariaLabel: data.title,
        },
        [
          html('source', {
            src: films.get(data.file)?.address ?? '',
            type: data.file.endsWith('.mp4') ? 'video/mp4' : 'video/webm',
          }),
          html('track', {
            kind: 'captions',
            src: films.get(data.captions)?.address ?? '',
            srcLang: captionsIn,
            label: readingWords[captionsIn].captions,
            default: true,
          }),
        ],
      ),
      html('figcaption', {}, [html('b', {}, [word(`${words.film}: ${data.title}.`)]), word(` ${data.caption}`)]),
      details(words.filmAsText, transcripts.get(transcript) ?? ''),
    ]);
  }
}

const isExercise = (lang: string): lang is ExerciseBlock => (exerciseBlocks as readonly string[]).includes(lang);

/** An image that is a paragraph of its own. */
function imageOf(node: RootContent): Image | undefined {
  const [first, ...more] = node.type === 'paragraph' ? node.children : [];
  return first?.type === 'image' && more.length === 0 ? first : undefined;
}

/** A node of Markdown that becomes this element. */
function element(content: ElementContent): Paragraph {
  if (content.type !== 'element') throw new Error('Only an element can stand for a block.');
  const { tagName, properties, children } = content;
  return { type: 'paragraph', children: [], data: { hName: tagName, hProperties: properties, hChildren: children } };
}

type Properties = Extract<ElementContent, { type: 'element' }>['properties'];

const html = (tagName: string, properties: Properties, children: ElementContent[] = []): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const word = (value: string): ElementContent => ({ type: 'text', value });

/** Plain paragraphs behind a line to open. */
function details(summary: string, text: string): ElementContent {
  const paragraphs = text.split(/\n\s*\n/).flatMap((each) => each.replace(/\s+/g, ' ').trim() || []);
  return html('details', { className: ['disclosure'] }, [
    html('summary', {}, [word(summary)]),
    ...paragraphs.map((each) => html('p', {}, [word(each)])),
  ]);
}

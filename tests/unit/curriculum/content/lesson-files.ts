import { good, lesson } from './edition-files.ts';

export const figure = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 316">
  <title>Et hus</title>
  <path d="M1 1h2" fill="none" stroke="#00505a"/>
  <text x="1" y="2" fill="#1a1a1a">Gang</text>
</svg>
`;
export const dialogue = `dialogue: karen
title: Samtalen
scene: Karen vil sende et billede.
people: { karen: Karen Eksempel }
start: a
nodes:
  a:
    says: [{ who: karen, text: "Gør du det ikke bare?", mood: pressed }]
    hint: Hvem har musen?
    replies:
      - { id: spoerg, text: "Hvad skal der ske?", verdict: good, consequence: "Karen ser op.", next: z }
      - { id: tag, text: "Giv mig musen.", verdict: poor, consequence: "Karen ser væk.", next: y }
  z:
    says: [{ who: karen, text: "Det skal til Freja.", mood: calmer }]
    end: { title: Karen gjorde det selv, text: Billedet er sendt. }
  y:
    says: [{ who: karen, text: "Så gør du det." }]
    end: { title: Du gjorde det, text: Billedet er sendt af dig. }
`;
export const captions = 'WEBVTT\n\n00:00.000 --> 00:04.000\nDu: Så er du i gangen.\n';
export const film = `sha256 ${'ab'.repeat(32)}\nbytes 200\nbegins 000000206674797069736f6d\n`;
export const fence = (name: string, ...lines: string[]) => [`\`\`\`${name}`, ...lines, '```'].join('\n');
export const picture = '![Et hus i gennemsnit](figures/hus.svg "Huset.")';
export const check = [
  'id: mangler',
  'kind: single',
  'text: Hvad mangler?',
  'hint: Se på figuren.',
  'options:',
  '  - { id: a, text: En rettighed, correct: true, feedback: Ja. }',
  '  - { id: b, text: En kode, feedback: Nej. }',
];

/** A lesson with one block of every sort, and the files it shows. */
export const doneLesson = lesson.replace(
  'Gør noget.\n',
  [
    '### Huset',
    picture,
    fence('description', 'Et hus med tre rum.', '', 'To har lås.'),
    fence('check', ...check),
    'En [[rettighed]] og [[to nøgler|nøgle]].',
    fence('reveal', 'id: svar', 'ask: Hvad svarer du?', 'answer: Find den, der kan.'),
    fence('checklist', 'id: liste', 'title: Klar?', 'items: [Mus, Stol]'),
    fence('dialogue', 'file: karen', 'required: false'),
    fence(
      'film',
      'file: films/ella.mp4',
      'captions: films/ella.da.vtt',
      'poster: figures/hus.svg',
      'title: Ella',
      'caption: Et minut.',
    ),
    '',
  ].join('\n\n'),
);
export const doneEdition = {
  ...good,
  'lessons/a.md': doneLesson,
  'figures/hus.svg': figure,
  'dialogues/karen.yaml': dialogue,
  'films/ella.mp4': film,
  'films/ella.da.vtt': captions,
  'films/ella.md': 'Du siger: Så er du i gangen.\n',
};

import { captions, check, dialogue, doneEdition, doneLesson, fence, figure } from '../lesson-files.ts';

export const englishCheck = check.map((line) =>
  line
    .replace('Hvad mangler?', 'What is missing?')
    .replace('Se på figuren.', 'Look at the figure.')
    .replace('En rettighed', 'A right')
    .replace('Ja.', 'Yes.')
    .replace('En kode', 'A code')
    .replace('Nej.', 'No.'),
);
export const englishLesson = doneLesson
  .replace('## Oplæg', '## Introduction')
  .replace('En sætning.', 'A sentence.')
  .replace('## Opgave', '## Exercise')
  .replace('### Huset', '### The house')
  .replace('Et hus i gennemsnit', 'A house cut open')
  .replace('"Huset."', '"The house."')
  .replace('Et hus med tre rum.\n\nTo har lås.', 'A house with three rooms.\n\nTwo are locked.')
  .replace(fence('check', ...check), fence('check', ...englishCheck))
  .replace('En [[rettighed]] og [[to nøgler|nøgle]].', 'A [[right|rettighed]] and [[two keys|nøgle]].')
  .replace('Hvad svarer du?', 'What do you answer?')
  .replace('Find den, der kan.', 'Find who can.')
  .replace('title: Klar?', 'title: Ready?')
  .replace('[Mus, Stol]', '[Mouse, Chair]')
  .replace('films/ella.da.vtt', 'films/ella.en.vtt')
  .replace('Et minut.', 'A minute.')
  .replace('## Opsamling', '## Wrap-up')
  .replace('Nu kan du.', 'Now you can.');
export const englishDialogue = dialogue
  .replace('Samtalen', 'The talk')
  .replace('Karen vil sende et billede.', 'Karen wants to send a picture.')
  .replace('Gør du det ikke bare?', 'Can you not just do it?')
  .replace('Hvem har musen?', 'Who has the mouse?')
  .replace('Hvad skal der ske?', 'What is to happen?')
  .replace('Karen ser op.', 'Karen looks up.')
  .replace('Giv mig musen.', 'Give me the mouse.')
  .replace('Karen ser væk.', 'Karen looks away.')
  .replace('Det skal til Freja.', 'It is for Freja.')
  .replace('Karen gjorde det selv', 'Karen did it herself')
  .replace('Billedet er sendt.', 'The picture is sent.')
  .replace('Så gør du det.', 'Then you do it.')
  .replace('Du gjorde det', 'You did it')
  .replace('Billedet er sendt af dig.', 'You sent the picture.');

const head = '    facts: [m1-f01]\n';
/** A bank with a case, and a question of each kind that stores words or texts that may be the same. */
export const danishBank = `bank: b
cases:
  - { id: regn, title: "Regn", text: "Det regner i dag i Herning." }
questions:
  - id: q1
    kind: single
${head}    case: regn
    text: "Hvad nu?"
    options:
      - { id: a, text: "Tag en paraply", correct: true, feedback: "Ja" }
      - { id: b, text: "Bliv hjemme", feedback: "Nej" }
  - id: q2
    kind: cloze
${head}    text: "Udfyld"
    passage: "Først {{x}}, så {{y}}."
    gaps:
      - { id: x, options: [en hat, en sko], answer: en sko }
      - { id: y, accept: [støvle] }
    feedback: { right: "Ja", partly: "Lidt", wrong: "Nej" }
  - id: q3
    kind: short-text
${head}    text: "Hvad falder?"
    accept: [regn]
    feedback: { right: "Ja", wrong: "Nej" }
  - id: q4
    kind: matching
${head}    text: "Hvad til hvad?"
    pairs:
      - { id: hoved, text: "Hovedet", match: "En hat" }
      - { id: fod, text: "Foden", match: "En sko" }
    feedback: { right: "Ja", partly: "Lidt", wrong: "Nej" }
`;
export const englishBank = danishBank
  .replace('"Regn"', '"Rain"')
  .replace('Det regner i dag i Herning.', 'It is raining in Herning today.')
  .replace('Hvad nu?', 'What now?')
  .replace('Tag en paraply', 'Take an umbrella')
  .replace('Bliv hjemme', 'Stay at home')
  .replace('Udfyld', 'Fill in')
  .replace('Først {{x}}, så {{y}}.', 'First {{x}}, then {{y}}.')
  .replace('[en hat, en sko], answer: en sko', '[a hat, a shoe], answer: a shoe')
  .replace('[støvle]', '[boot, wellington]')
  .replace('Hvad falder?', 'What falls?')
  .replace('[regn]', '[rain]')
  .replace('Hvad til hvad?', 'What goes with what?')
  .replace('Hovedet', 'The head')
  .replace('"En hat"', '"A hat"')
  .replace('Foden', 'The foot')
  .replace('"En sko"', '"A shoe"')
  .replaceAll('"Ja"', '"Yes"')
  .replaceAll('"Lidt"', '"A little"')
  .replaceAll('"Nej"', '"No"');

export const danishEdition = { ...doneEdition, 'banks/b.yaml': danishBank };
export const twoLanguages = {
  ...danishEdition,
  'lessons/a.en.md': englishLesson,
  'dialogues/karen.en.yaml': englishDialogue,
  'figures/hus.en.svg': figure.replace('Gang', 'Hall'),
  'films/ella.en.vtt': captions.replace('Så er du i gangen.', 'Now you are in the hall.'),
  'banks/b.en.yaml': englishBank,
};

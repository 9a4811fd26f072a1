import { expect, test } from 'vitest';
import { DialogueFile } from '#curriculum/content/dialogues/dialogue.ts';
import { lessonMinutes, minutesSetAside } from '#curriculum/content/measures/lesson-minutes.ts';

test('a text sets minutes aside in either language', () => {
  expect(minutesSetAside('Afsæt 10 minutter. Så går der 3 minutter. Afsæt 5 minutter.')).toBe(15);
  expect(minutesSetAside('Allow 10 minutes. Then 3 minutes go by.')).toBe(10);
});

const words = (count: number) => Array.from({ length: count }, () => 'ord').join(' ');
const dialogue = DialogueFile.parse({
  ...{ dialogue: 'bo', title: 'Bo', scene: words(10), people: { bo: 'Bo Eksempel' }, start: 'a' },
  nodes: {
    a: {
      says: [{ who: 'bo', text: words(20) }],
      replies: [
        { id: 'kort', text: words(5), verdict: 'poor', consequence: words(5), next: 'slut' },
        { id: 'lang', text: words(5), verdict: 'good', consequence: words(50), why: words(10), next: 'slut' },
      ],
    },
    slut: { says: [{ who: 'bo', text: words(80) }], end: { title: words(5), text: words(15) } },
  },
});

test('a lesson takes its words at 200 a minute and what it sets aside', () =>
  expect(lessonMinutes({ words: 1000, setAside: 20 }, [])).toBe(25));

test('a dialogue adds the words of its longest way, all replies to choose from among them', () =>
  expect(lessonMinutes({ words: 1000, setAside: 20 }, [dialogue])).toBe(26));

import type { World } from '#app/platform/world.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { Language } from '#app/words/make-words.ts';
import { wordsIn } from '#app/words/words.server.ts';

export type AskLetter = {
  id: string;
  name: string;
  email: string | null;
  language: Language;
  serviceId: string;
  service: string;
  code: string | null;
  gates: string[];
};

/** The letter that asks a contact person for papers, in their language: what is said in it, and the text that comes of it. */
export function askLetterText(
  world: World,
  { name, language, service, code, gates }: AskLetter,
  { dueOn, message }: { dueOn: string; message: string },
): { said: Record<string, string>; subject: string; body: string } {
  const titles = gates.map((gate) => world.policy.gates.find(({ key }) => key === gate)?.title[language] ?? gate);
  const t = wordsIn(language).getFixedT(null, 'mail');
  const said = {
    ...{ name, service, due: formatDay(language, dueOn) },
    papers: titles.map((title) => `- ${title}`).join('\n'),
    message: message.trim() === '' ? '' : `${message.trim()}\n\n`,
    url: code ? `${world.publicUrl}/municipalities/${code}?gate=${gates[0]}#record` : `${world.publicUrl}/readiness`,
  };
  return { said, subject: t('evidence-asked.subject', said), body: t('evidence-asked.body', said) };
}

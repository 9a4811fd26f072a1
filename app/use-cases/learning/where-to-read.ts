import { linksIn, type TextPiece } from '#curriculum/content/links-in.ts';
import type { Edition } from '#curriculum/content/parse-edition.ts';
import { headingsIn } from '#curriculum/content/translations/told-in.ts';
import type { Question } from '#curriculum/quiz/question.ts';

export type WhereToRead = {
  /** The place in a lesson that tells it. */
  place?: { to: string; title: { da: string; en: string } };
  /** The names of the sources, in which web addresses are links. */
  sources: TextPiece[][];
};

/** Where a lesson tells what a question asks, and what that rests on. */
export function whereToRead(enrolmentId: string, edition: Edition, question: Question): WhereToRead {
  const place = placeOf(enrolmentId, edition, question);
  const sources = new Set((question.facts ?? []).flatMap((id) => edition.facts.get(id)?.source ?? []));
  return { ...(place && { place }), sources: [...sources].map(linksIn) };
}

function placeOf(enrolmentId: string, edition: Edition, { lesson }: Question): WhereToRead['place'] {
  const [id = '', section] = lesson?.split('#') ?? [];
  const step = edition.course.steps.find((each) => each.id === id);
  if (!step) return undefined;
  const heading = section ? headingsIn(edition, id, section) : undefined;
  const to = `/enrolments/${enrolmentId}/steps/${id}${heading === undefined ? '' : `#${section}`}`;
  return { to, title: heading ?? step.title };
}

import { offeredOn, type Topic, type Topics } from '#curriculum/guidance/parse-topics.ts';

type HelpTopic = Pick<Topic, 'key' | 'title'> & {
  solution: Topic['title'];
  owner: Topic['title'];
};

/** What a library may say that it helps with: the topics on offer that are about a solution somebody owns. */
export const helpTopicsOn = (topics: Topics, day: string): HelpTopic[] =>
  offeredOn(topics, day).flatMap(({ key, title, solution: of }) => {
    const solution = topics.solutions.find((each) => each.key === of);
    return solution?.owner ? [{ key, title, solution: solution.title, owner: solution.owner }] : [];
  });

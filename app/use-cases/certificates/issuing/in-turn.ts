const underWay = new Map<string, Promise<unknown>>();

/**
 * Runs work about one thing after what this process already does about it, so that a request and a round do not print
 * the same certificate twice and leave one of the numbers unused.
 */
export async function inTurn<T>(about: string, work: () => Promise<T>): Promise<T> {
  const before = underWay.get(about) ?? Promise.resolve();
  const turn = before.then(work, work);
  underWay.set(about, turn);
  try {
    return await turn;
  } finally {
    if (underWay.get(about) === turn) underWay.delete(about);
  }
}

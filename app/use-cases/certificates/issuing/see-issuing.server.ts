import type { World } from '#app/platform/world.server.ts';
import { tellApart } from '#app/use-cases/people/tell-apart.ts';
import { may } from '#app/use-cases/permission.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import { danish } from '#app/words/format.ts';
import { certifiesNobody } from '#curriculum/flow/course.ts';
import { findLastReason } from '#db/queries/enrolment.ts';
import { findHold } from '#db/queries/hold.ts';
import { findLatestIssueRun, listEarned, listIssueRunItems } from '#db/queries/issue-run.ts';

/**
 * `waits` will be issued; `has` was issued; `withheld` failed and can be tried again; `held-back` must be settled by
 * the agency.
 */
type Standing = 'waits' | 'has' | 'withheld' | 'held-back';
type Outcomes = Record<'issued' | 'had' | 'held-back' | 'letters-missing' | 'not-earned', number>;
export type Issuing = {
  hold: { id: string; name: string };
  /** False if the course ends in attended: proofs of attendance come by themselves. */
  certifies: boolean;
  /** Whether the viewer leads the hold and can open its page. */
  leads: boolean;
  /** Whether the viewer may settle what is held back. */
  settles: boolean;
  people: { enrolmentId: string; name: string; standing: Standing; number: string | null; because: string | null }[];
  /** How many certificates can be issued now. */
  toIssue: number;
  /** The current run of issuing, or the last one. */
  run: { startedAt: string; endedAt: string | null; done: number; of: number; outcomes: Outcomes } | null;
};

/** Who on a hold has earned a certificate, who has it, and how far issuing for the hold has come. */
export async function seeIssuing(world: World, viewer: Viewer | null, holdId: string): Promise<Issuing | undefined> {
  const hold = await findHold(world.db, holdId);
  if (!hold || (viewer && !may(viewer, 'issue-for-hold', hold))) return undefined;
  const course = world.catalogue.find(hold.course, hold.edition)?.course;
  const certifies = !course || !certifiesNobody(course);
  const people = await Promise.all(
    tellApart(certifies ? await listEarned(world.db, holdId) : [], { who: ({ personId }) => personId }).map(
      async ({ id, seq, state, name, number, heldBackBecause }) => {
        const standing = standingOf(state, heldBackBecause);
        const last = standing === 'withheld' ? await findLastReason(world.db, { id, seq }) : undefined;
        return { enrolmentId: id, name, standing, number, because: heldBackBecause ?? last ?? null };
      },
    ),
  );
  people.sort((a, b) => danish.compare(a.name, b.name));
  const run = await findLatestIssueRun(world.db, holdId);
  const items = run ? await listIssueRunItems(world.db, run.id) : [];
  const count = (outcome: string) => items.filter((item) => item.outcome === outcome).length;
  return {
    hold: { id: hold.id, name: hold.name },
    certifies,
    leads: viewer !== null && may(viewer, 'lead-hold', hold),
    settles: viewer !== null && may(viewer, 'settle-withheld'),
    people,
    toIssue: people.filter(({ standing }) => standing === 'waits' || standing === 'withheld').length,
    run: run
      ? {
          startedAt: run.started_at,
          endedAt: run.ended_at,
          done: items.filter(({ outcome }) => outcome !== null).length,
          of: items.length,
          outcomes: {
            issued: count('issued'),
            had: count('had'),
            'held-back': count('held-back'),
            'letters-missing': count('letters-missing'),
            'not-earned': count('not-earned'),
          },
        }
      : null,
  };
}

function standingOf(state: string, heldBackBecause: string | null): Standing {
  if (state === 'certified') return 'has';
  if (heldBackBecause) return 'held-back';
  return state === 'withheld' ? 'withheld' : 'waits';
}

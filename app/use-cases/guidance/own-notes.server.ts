import type { World } from '#app/platform/world.server.ts';
import type { Viewer } from '#app/use-cases/viewer.ts';
import type { GuidanceNote } from '#curriculum/guidance/read-note.ts';
import { listGuidanceOf } from '#db/queries/guidance.ts';

export type OwnNote = GuidanceNote & { id: string; title: string; library: string; recordedAt: string };

/** The viewer's own notes of some days, the latest first, with the topic as the viewer reads it. */
export async function ownNotes(
  world: World,
  viewer: Viewer,
  days: { from: string; until: string },
): Promise<OwnNote[]> {
  const topics = new Map(world.topics.topics.map((topic) => [topic.key, topic]));
  const rows = await listGuidanceOf(world.db, viewer.personId, days);
  return rows.map((row) => {
    const topic = topics.get(row.reason);
    return {
      id: row.id,
      topic: row.reason,
      title: topic?.title[viewer.language] ?? row.reason,
      outcome: row.outcome,
      blocked: row.blocked ?? topic?.blocked ?? null,
      channel: row.channel,
      distance: row.distance,
      minutes: row.minutes,
      referredTo: row.referred_to,
      onDay: row.on_day,
      library: row.library,
      recordedAt: row.recorded_at,
    };
  });
}

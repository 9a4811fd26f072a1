import type { SnapshotHead } from '#app/use-cases/readiness/snapshots/read-snapshot.server.ts';
import type { Recomputed } from '#app/use-cases/readiness/snapshots/recompute-snapshot.server.ts';
import { reasonText } from '#curriculum/readiness/reason-text.ts';
import type { ServiceDifferences, SnapshotRow } from '#curriculum/readiness/snapshot.ts';

type Rechecked = Extract<Recomputed, { ok: true }>;

/** What the verbs of snapshots print with `--json`. */
export const snapshotsJson = {
  'readiness export': ({ file, snapshot, asOf, sha256 }: Record<'file' | 'snapshot' | 'asOf' | 'sha256', string>) => ({
    file,
    snapshot,
    asOf,
    sha256,
  }),
  'readiness snapshot take|list|show': (snapshots: readonly SnapshotHead[], rows?: readonly SnapshotRow[]) => ({
    snapshots: snapshots.map(snapshotOf),
    rows: rows?.map(frozenOf),
  }),
  'readiness snapshot check': (verdict: 'same' | 'differs' | 'altered', head: SnapshotHead, found?: Rechecked) => ({
    verdict,
    snapshot: snapshotOf(head),
    recomputed: found?.recomputed,
    unexplained: found?.unexplained.map(differingOf),
    later: found?.later.map(({ since, ...each }) => ({
      ...differingOf(each),
      since: since && { at: since.at, tables: [...since.tables] },
    })),
  }),
};

const snapshotOf = (head: SnapshotHead) => ({
  id: head.id,
  code: head.code,
  asOf: head.asOf,
  knownAt: head.knownAt,
  policyVersion: head.policyVersion,
  rulesHash: head.rulesHash,
  sha256: head.sha256,
  takenAt: head.takenAt,
});

const frozenOf = ({ serviceId, name, verdict, people, papers, stage, staffing, ...row }: SnapshotRow) => ({
  serviceId,
  name,
  municipalities: row.municipalities.map(({ code, name: called, region }) => ({ code, name: called, region })),
  ...{ verdict, people, papers, stage },
  gates: row.gates.map(({ key, value, reason }) => ({ key, value, reason: reasonText(reason, 'da') })),
  staffing: { required: staffing.required, certified: staffing.certified, countedForGate: staffing.countedForGate },
});

const differingOf = ({ serviceId, name, differences }: ServiceDifferences) => ({
  serviceId,
  name,
  differences: differences.map(({ what, frozen, found }) => ({ what, frozen, found })),
});

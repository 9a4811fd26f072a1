import type { AuditHead } from '#app/platform/audit-heads.server.ts';
import type { World } from '#app/platform/world.server.ts';
import { auditHeadOf } from './audit-head-of.ts';

/** Whether a head of the audit was made with the present secret of the service. */
export const isOurHead = (world: World, head: AuditHead): boolean => head.mac === auditHeadOf(world, head).mac;

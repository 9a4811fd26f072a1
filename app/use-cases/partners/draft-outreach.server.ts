import { invitationAnswers, outreachChannels } from '#curriculum/partners/outreach.ts';
import type { OutreachView } from './see-outreach.server.ts';

/** What stands in the form to begin with: the effort that is corrected, or nothing but the channel that was asked for. */
export function draftOutreach(of: OutreachView | undefined, channel: string) {
  return {
    channels: outreachChannels,
    answers: invitationAnswers,
    fields: {
      service: '',
      channel: of?.channel ?? channel,
      onDay: of?.onDay ?? '',
      lastDay: of?.lastDay ?? '',
      place: of?.place ?? '',
      amount: String(of?.amount ?? 1),
      note: of?.note ?? '',
      cost: of?.cost === null || of === undefined ? '' : String(of.cost),
      paidBy: of?.paidBy ?? '',
      answer: of?.answer ?? 'none',
      why: '',
    },
  };
}

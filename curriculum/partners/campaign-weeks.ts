import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import file from './campaign-weeks.json';

const Words = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const CampaignFile = z.strictObject({
  note: z.string(),
  weeks: z.array(
    z.strictObject({
      year: z.int().min(2012),
      week: z.int().min(1).max(53),
      /** Whose week it is: borger.dk, Seniorsurf or the network's own. */
      host: z.enum(['borger.dk', 'seniorsurf', 'network']),
      topic: Words,
    }),
  ),
});

export type CampaignWeek = z.infer<typeof CampaignFile>['weeks'][number] & {
  /** The ISO week, `2027-W06`. */
  key: string;
  /** Monday and Sunday of the week. */
  from: string;
  to: string;
};

/** The campaign weeks of the file that have not ended by a day, the next first. */
export function campaignWeeksFrom(day: string): CampaignWeek[] {
  return CampaignFile.parse(file)
    .weeks.map((each) => ({ ...each, key: `${each.year}-W${String(each.week).padStart(2, '0')}`, ...daysOfWeek(each) }))
    .filter(({ to }) => to >= day)
    .sort((one, other) => (one.from < other.from ? -1 : 1));
}

/** Monday and Sunday of an ISO week: week 1 is the one with 4 January. */
export function daysOfWeek({ year, week }: { year: number; week: number }): { from: string; to: string } {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const monday = fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
  return { from: monday.toString(), to: monday.add({ days: 6 }).toString() };
}

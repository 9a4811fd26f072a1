import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvInBatches } from '#app/platform/csv.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireViewer } from '#app/server/require-viewer.server.ts';
import { exportRegister } from '#app/use-cases/certificates/register/export-register.server.ts';
import { parseRegisterFilter } from '#app/use-cases/certificates/register/parse-register-filter.ts';
import type { RegisterEntry } from '#app/use-cases/certificates/register/register-entry-of.ts';

/** The filtered register for a spreadsheet: every row, but no code that opens a check page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-certificates');
  const t = translator({ language }, 'agency');
  const common = translator({ language }, 'common');
  const { filter, notDays } = parseRegisterFilter(new URL(request.url).searchParams);
  if (notDays.length > 0) return new Response(t('date.no-such-day'), { status: 400 });
  const register = await exportRegister(world, viewer, filter);
  if (!register) throw forbidden();
  const head = [
    'number',
    'holder',
    'library',
    'filter.municipality',
    'course',
    'edition',
    'issued',
    'until',
    'status',
  ] as const;
  const rowOf = (entry: RegisterEntry) => [
    entry.number,
    entry.name,
    entry.library,
    entry.municipality ?? '',
    entry.course[language],
    entry.edition,
    entry.issuedOn,
    entry.lastValidDay,
    common(`certificate.${entry.status}`),
  ];
  const { today, batches } = register;
  async function* rows() {
    for await (const entries of batches) yield entries.map(rowOf);
  }
  const notes = { head: t('csv.note'), texts: world.demo ? [t('csv.demo')] : [] };
  return csvInBatches(`beviser-${today}.csv`, {
    head: head.map((key) => t(`certificates.${key}`)),
    batches: rows(),
    notes,
  });
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#app/components/base/date-field.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { TimeField } from '#app/components/base/time-field.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { newestFirst } from '#app/platform/catalogue.server.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { createHold } from '#app/use-cases/holds/create-hold.server.ts';
import { listOwnHolds } from '#app/use-cases/holds/list-own-holds.server.ts';
import { seatsOf } from '#app/use-cases/holds/seats-of.ts';
import { may } from '#app/use-cases/permission.ts';
import { formatDay } from '#app/words/format.ts';
import { issueKey } from '#app/words/issue-key.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'see-holds');
  const { searchParams } = new URL(request.url);
  const find = (searchParams.get('find') ?? '').trim().slice(0, 100);
  const listed = await listOwnHolds(world, viewer, { find, page: askedPage(searchParams) });
  const renewing = ({ course }: { course: { renews?: unknown } }) => Number(course.renews !== undefined);
  // The newest edition of a course stands first: a new hold begins on it.
  const sorted = newestFirst(world.catalogue).toSorted((a, b) => renewing(a) - renewing(b));
  const editions = sorted.map(({ course }) => ({
    value: `${course.id}/${course.edition}`,
    label: `${course.title[language]}, ${course.edition}`,
  }));
  return {
    title: translator({ language }, 'leader')('holds.title'),
    language,
    find,
    ...listed,
    editions,
    mayCreate: may(viewer, 'create-hold'),
    operationId: world.newId(),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'create-hold');
  const t = translator({ language }, 'leader');
  const form = await readForm(request);
  const [course = '', edition = ''] = form.text('course').split('/');
  const heldOn = form.day('heldOn');
  const fields = Object.fromEntries(
    ['name', 'course', 'seats', 'startsAt', 'place'].map((name) => [name, form.text(name)]),
  );
  for (const name of ['startsOn', 'endsOn', 'heldOn']) fields[name] = form.day(name);
  const outcome = await createHold(world, viewer, {
    name: form.text('name'),
    course,
    edition,
    startsOn: form.day('startsOn'),
    endsOn: form.day('endsOn'),
    seats: seatsOf(form.text('seats')),
    selfEnrol: form.text('selfEnrol') === '1',
    operationId: form.text('operation'),
    // If a place was given without a day, the day was forgotten: report it instead of dropping the place.
    ...((heldOn || form.text('place').trim()) && {
      courseDay: { heldOn, startsAt: form.clock('startsAt') || '09:00', place: form.text('place') },
    }),
  });
  if (outcome.ok) return redirect(`/holds/${outcome.holdId}`);
  if (outcome.reason === 'forbidden') throw forbidden();
  const errors = outcome.issues.map((issue) => ({
    id: issue.field as string,
    message: t(`holds.issue.${issueKey(issue)}`),
  }));
  return data({ errors, fields, selfEnrol: form.text('selfEnrol') === '1' }, { status: 400 });
}

export default function Holds() {
  const { holds, find, count, page, of, language, editions, mayCreate, operationId } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('leader');
  const { t: common } = useTranslation('common');
  const errorOf = (id: string) => sent?.errors.find((error) => error.id === id)?.message;
  const given = (id: string) => sent?.fields[id];
  const field = (id: 'name' | 'course' | 'startsOn' | 'endsOn' | 'seats' | 'heldOn' | 'startsAt' | 'place') => ({
    id,
    label: t(`holds.field.${id}`),
    error: errorOf(id),
    defaultValue: given(id),
  });
  return (
    <>
      <h1>{t('holds.title')}</h1>
      {(of > 1 || find !== '') && <FindHold find={find} count={count} />}
      {holds.length === 0 ? (
        find === '' && <p className="lead">{t('holds.none')}</p>
      ) : (
        <ul className="queue" id="rows">
          {holds.map((hold) => (
            <li key={hold.id}>
              <div className="waiting">{t('holds.seats', { taken: hold.taken, seats: hold.seats })}</div>
              <div>
                <h2 className="h3">
                  <Link to={`/holds/${hold.id}`}>{hold.name}</Link>
                </h2>
                <p className="muted">
                  {formatDay(language, hold.startsOn)} – {formatDay(language, hold.endsOn)}
                  {hold.requested > 0 && <b> · {t('holds.requested', { count: hold.requested })}</b>}
                  {hold.waitlisted > 0 && <> · {t('holds.waitlisted', { count: hold.waitlisted })}</>}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pages page={page} of={of} label={t('holds.pages')} to="rows" />
      {mayCreate && (
        <section className="space-7" aria-labelledby="new">
          <h2 id="new">{t('holds.new')}</h2>
          <ErrorSummary title={common('form.summary')} errors={sent?.errors ?? []} />
          <Form method="post" noValidate>
            <input type="hidden" name="operation" value={operationId} />
            <Field {...field('name')} prose className="input-width-l" />
            <Select
              {...field('course')}
              defaultValue={given('course') ?? editions[0]?.value ?? ''}
              options={editions}
            />
            <DateField {...field('startsOn')} />
            <DateField {...field('endsOn')} />
            <Field {...field('seats')} inputMode="numeric" className="input-width-xs" />
            <DateField {...field('heldOn')} hint={t('holds.optional')} />
            <TimeField {...field('startsAt')} hint={t('holds.clock-hint')} />
            <Field {...field('place')} prose className="input-width-l" hint={t('holds.optional')} />
            <div className="form-group-checkbox">
              <input
                className="form-checkbox"
                type="checkbox"
                id="selfEnrol"
                name="selfEnrol"
                value="1"
                defaultChecked={sent?.selfEnrol ?? true}
              />
              <label htmlFor="selfEnrol">{t('holds.self-enrol')}</label>
            </div>
            <div className="actions">
              <button className="button button-primary" type="submit">
                {t('holds.create')}
              </button>
            </div>
          </Form>
        </section>
      )}
    </>
  );
}

/** Finds holds by their name where there are more than a page shows. */
function FindHold({ find, count }: { find: string; count: number }) {
  const { t } = useTranslation('leader');
  return (
    <>
      <Form method="get" className="row space-6">
        <Field id="find" prose={false} label={t('holds.find')} defaultValue={find} autoComplete="off" />
        <button className="button button-secondary" type="submit">
          {t('holds.search')}
        </button>
      </Form>
      <p className="muted">
        {t('holds.rows', { count })}
        {find !== '' && (
          <>
            {' · '}
            <Link to="/holds">{t('holds.show-all')}</Link>
          </>
        )}
      </p>
    </>
  );
}

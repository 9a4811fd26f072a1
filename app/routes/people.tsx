import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { Pages } from '#app/components/base/pages.tsx';
import { RegionSelect } from '#app/components/base/region-select.tsx';
import { ScrollRegion } from '#app/components/base/scroll-region.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { askedPage } from '#app/platform/asked-page.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { addPerson } from '#app/use-cases/people/add-person.server.ts';
import { findPeople } from '#app/use-cases/people/find-people.server.ts';
import type { PersonEntry } from '#app/use-cases/people/see-person.server.ts';
import { listRegions } from '#app/use-cases/places/list-regions.server.ts';
import { roles } from '#app/use-cases/viewer.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-people');
  const { searchParams } = new URL(request.url);
  const find = (searchParams.get('find') ?? '').trim().slice(0, 100);
  const region = (searchParams.get('region') ?? '').slice(0, 60);
  const found =
    find === '' && region === '' ? null : await findPeople(world, viewer, find, askedPage(searchParams), region);
  return {
    title: translator({ language }, 'admin')('people.title'),
    find,
    region,
    regions: await listRegions(world),
    roles: [...roles],
    people: found?.people ?? null,
    count: found?.count ?? 0,
    page: found?.page ?? 1,
    of: found?.of ?? 1,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-people');
  const t = translator({ language }, 'admin');
  const form = await readForm(request);
  const fields = Object.fromEntries(
    ['givenName', 'familyName', 'email', 'library', 'role'].map((name) => [name, form.text(name).trim()]),
  );
  const role = roles.find((each) => each === fields.role);
  const outcome = await addPerson(world, viewer, {
    givenName: fields.givenName!,
    familyName: fields.familyName!,
    email: fields.email!,
    roles: role ? [role] : [],
    ...(fields.library && { library: fields.library }),
  });
  if (outcome.ok) return redirect(`/people/${outcome.personId}`);
  if (outcome.reason === 'forbidden') throw forbidden();
  return data(
    { fields, field: fieldOf[outcome.reason], error: t(`people.issue.${outcome.reason}`) },
    { status: outcome.reason === 'known-email' ? 409 : 400 },
  );
}

const fieldOf = {
  'no-name': 'givenName',
  'name-too-long': 'givenName',
  'not-a-name': 'givenName',
  'not-an-email': 'email',
  'known-email': 'email',
  'no-library': 'library',
  'library-closed': 'library',
  'library-not-open': 'library',
  'not-a-day': 'givenName',
} as const;

export default function People() {
  const { find, region, regions, people, count, page, of, roles } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const field = (id: 'givenName' | 'familyName' | 'email' | 'library' | 'role') => ({
    id,
    label: t(`people.field.${id}`),
    error: sent?.field === id ? sent.error : undefined,
    defaultValue: sent?.fields[id] ?? '',
  });
  return (
    <>
      <h1>{t('people.title')}</h1>
      <ErrorSummary title={common('form.summary')} errors={sent ? [{ id: sent.field, message: sent.error }] : []} />
      <Form method="get" className="row space-6">
        <div className="form-group">
          <label className="form-label" htmlFor="find">
            {t('people.find')}
          </label>
          <input className="form-input input-width-l" id="find" name="find" defaultValue={find} autoComplete="off" />
        </div>
        <RegionSelect regions={regions} chosen={region} />
        <button className="button button-secondary" type="submit">
          {t('people.search')}
        </button>
      </Form>
      {people && (
        <section aria-labelledby="rows">
          <h2 id="rows" className="h3">
            {t('people.rows', { count })}
          </h2>
          {people.length > 0 && <Table people={people} />}
          <Pages page={page} of={of} label={t('people.pages')} to="rows" />
        </section>
      )}
      <p className="only-screen">
        <Link to="/lookups">{t('lookups.see')}</Link>
      </p>
      <section className="space-7" aria-labelledby="add">
        <h2 id="add">{t('people.add')}</h2>
        <p>{t('people.many')}</p>
        <Form method="post" noValidate>
          <Field {...field('givenName')} prose className="input-width-l" autoComplete="off" />
          <Field
            {...field('familyName')}
            prose
            hint={t('people.family-hint')}
            className="input-width-l"
            autoComplete="off"
          />
          <Field {...field('email')} prose type="email" className="input-width-l" autoComplete="off" />
          <Field
            {...field('library')}
            hint={t('people.library-hint')}
            inputMode="numeric"
            className="input-width-xs"
            autoComplete="off"
          />
          <Select
            {...field('role')}
            defaultValue={sent?.fields.role ?? 'adviser'}
            options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
          />
          <div className="actions">
            <button className="button button-primary" type="submit">
              {t('people.submit')}
            </button>
          </div>
        </Form>
      </section>
    </>
  );
}

function Table({ people }: { people: PersonEntry[] }) {
  const { t } = useTranslation('admin');
  return (
    <ScrollRegion label={t('people.title')}>
      <table className="data-table">
        <caption className="sr-only">{t('people.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.email')}</th>
            <th scope="col">{t('people.library')}</th>
            <th scope="col">{t('people.state')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, email, library, blocked }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/people/${id}`}>{name}</Link>
              </th>
              <td>{email}</td>
              <td>{library}</td>
              <td>{blocked ? <b>{t('people.blocked')}</b> : t(email ? 'people.open' : 'people.no-email')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Breadcrumbs } from '#app/components/base/breadcrumbs.tsx';
import { DateField } from '#app/components/base/date-field.tsx';
import { ErrorSummary } from '#app/components/base/error-summary.tsx';
import { Facts } from '#app/components/base/facts.tsx';
import { Field, Select } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import { Link } from '#app/components/base/link.tsx';
import { FormAnswer, Message } from '#app/components/base/message.tsx';
import { pageMeta } from '#app/components/frame/page-meta.ts';
import { readForm } from '#app/platform/form.server.ts';
import { translator } from '#app/platform/translator.server.ts';
import { forbidden, notFound, requireFormViewer, requireViewer } from '#app/server/require-viewer.server.ts';
import { grantRole } from '#app/use-cases/people/grant-role.server.ts';
import { movePerson } from '#app/use-cases/people/move-person.server.ts';
import { renamePerson } from '#app/use-cases/people/rename-person.server.ts';
import { requestEmailChange } from '#app/use-cases/people/request-email-change.server.ts';
import { revokeRole } from '#app/use-cases/people/revoke-role.server.ts';
import { type PersonView, seePerson } from '#app/use-cases/people/see-person.server.ts';
import { setBlocked } from '#app/use-cases/people/set-blocked.server.ts';
import { roles } from '#app/use-cases/viewer.ts';
import { formatDay } from '#app/words/format.ts';
import '#app/words/staff.ts';

export const meta = pageMeta;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { world, viewer, language } = requireViewer(context, request, 'manage-people');
  const person = await seePerson(world, viewer, params.personId!);
  if (!person) throw notFound();
  return { title: person.name, language, person, roles: [...roles] };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { world, viewer, language } = await requireFormViewer(context, request, 'manage-people');
  const t = translator({ language }, 'admin');
  const form = await readForm(request);
  const personId = params.personId!;
  const fields = Object.fromEntries(
    ['given', 'family', 'library', 'newEmail'].map((name) => [name, form.text(name).trim()]),
  );
  fields.from = form.day('from');
  const kept = { intent: form.text('intent'), fields };
  const outcome = await carryOut();
  if (outcome.ok) return redirect(`/people/${personId}`);
  switch (outcome.reason) {
    case 'not-found':
      throw notFound();
    case 'forbidden':
      throw forbidden();
    case 'no-name':
    case 'name-too-long':
    case 'not-a-name':
      return data({ ...kept, field: 'given', error: t(`person.issue.${outcome.reason}`) }, { status: 400 });
    case 'library-closed':
    case 'library-not-open':
      return data({ ...kept, field: 'library', error: t(`person.issue.${outcome.reason}`) }, { status: 400 });
    case 'no-library':
      return kept.intent === 'move'
        ? data({ ...kept, field: 'library', error: t('person.issue.no-library') }, { status: 400 })
        : data({ ...kept, field: '', error: t('person.issue.not-at-library') }, { status: 409 });
    case 'not-an-email':
    case 'same-email':
    case 'known-email':
      return data({ ...kept, field: 'newEmail', error: t(`person.issue.${outcome.reason}`) }, { status: 400 });
    case 'too-many':
      return data(
        {
          ...kept,
          field: 'newEmail',
          error: t('person.issue.too-many', { minutes: Math.ceil(outcome.seconds / 60) }),
        },
        { status: 429 },
      );
    case 'not-a-day':
    case 'before-last':
      return data({ ...kept, field: 'from', error: t(`person.issue.${outcome.reason}`) }, { status: 400 });
    default:
      return data({ ...kept, field: '', error: t(`person.issue.${outcome.reason}`) }, { status: 409 });
  }

  async function carryOut() {
    const role = roles.find((each) => each === form.text('role'));
    switch (kept.intent) {
      case 'give':
        if (role) return grantRole(world, viewer, { personId, role });
        break;
      case 'take':
        if (role) return revokeRole(world, viewer, { personId, role });
        break;
      case 'move':
        return movePerson(world, viewer, { personId, library: fields.library!, from: fields.from! });
      case 'email-change':
        return requestEmailChange(world, viewer, { personId, newEmail: fields.newEmail! });
      case 'rename':
        return renamePerson(world, viewer, { personId, givenName: fields.given!, familyName: fields.family! });
      case 'block':
      case 'unblock':
        return setBlocked(world, viewer, { personId, blocked: kept.intent === 'block' });
    }
    throw notFound();
  }
}

type Sent = { intent: string; field: string; error: string; fields: Record<string, string> };

export default function Person() {
  const { person, roles, language } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const day = (text: string) => formatDay(language, text);
  const refused = sent && { sent };
  return (
    <>
      <Breadcrumbs
        label={common('frame.breadcrumbs')}
        links={[{ to: '/people', text: common('menu.people') }]}
        here={person.name}
      />
      <h1>{person.name}</h1>
      <Facts
        rows={[
          [t('person.email'), person.email ?? t('person.none')],
          ...(person.newEmail
            ? ([[t('person.new-email'), t('person.email-waits', { email: person.newEmail })]] as const)
            : []),
          ...person.formerNames.map(
            ({ name, from }) => [t('person.former'), t('person.former-value', { name, from: day(from) })] as const,
          ),
        ]}
      />
      <p className="only-screen">
        <Link to={`/lookups?${new URLSearchParams({ whom: person.email ?? person.name })}`}>
          {t('lookups.see-of', { name: person.name })}
        </Link>
      </p>
      {person.blocked && <Message tone="warning" lead={t('person.blocked', { name: person.name })} />}
      {sent?.field === '' && <FormAnswer tone="error" lead={sent.error} />}
      <ErrorSummary
        title={common('form.summary')}
        errors={sent?.field ? [{ id: sent.field, message: sent.error }] : []}
      />
      <Roles person={person} day={day} />
      <Action intent="give" text={t('person.give-text')} {...refused}>
        <Select
          id="role"
          label={t('person.role')}
          options={roles.map((role) => ({ value: role, label: common(`role.${role}`) }))}
        />
      </Action>
      <Work person={person} day={day} />
      <p>
        <Link to={`/people/${person.id}/work`}>{t('person.correct-work')}</Link>
      </p>
      <Action intent="move" text={t('person.move-text')} {...refused}>
        <ActionField id="library" label={t('person.move-library')} inputMode="numeric" {...refused} />
        <DateField
          id="from"
          label={t('person.move-from')}
          error={sent?.field === 'from' ? sent.error : undefined}
          defaultValue={sent?.fields.from}
        />
      </Action>
      <section className="space-7" aria-labelledby="courses">
        <h2 id="courses">{t('person.courses')}</h2>
        {person.courses.length === 0 ? (
          <p>{t('person.nothing')}</p>
        ) : (
          <ul>
            {person.courses.map(({ enrolmentId, holdId, hold, state }) => (
              <li key={enrolmentId}>
                <Link to={`/holds/${holdId}/people/${enrolmentId}`}>
                  {t('person.course', { hold, state: common(`life.${state}`) })}
                </Link>
              </li>
            ))}
          </ul>
        )}
        <h2>{t('person.certificates')}</h2>
        {person.certificates.length === 0 ? (
          <p>{t('person.nothing')}</p>
        ) : (
          <ul>
            {person.certificates.map((number) => (
              <li key={number}>
                <Link to={`/certificates/${number}`}>{number}</Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="space-7">
        <Action intent="email-change" text={t('person.email-change-text')} {...refused}>
          <ActionField id="newEmail" label={t('person.new-email')} {...refused} />
        </Action>
        <Action intent="rename" text={t('person.rename-text')} {...refused}>
          <ActionField id="given" label={t('person.given')} was={person.givenName} {...refused} />
          <ActionField id="family" label={t('person.family')} was={person.familyName} {...refused} />
        </Action>
        {!person.isViewer &&
          (person.blocked ? (
            <Action intent="unblock" {...refused} />
          ) : (
            <Action intent="block" text={t('person.block-text', { name: person.name })} {...refused} />
          ))}
      </section>
    </>
  );
}

type Part = { person: PersonView; day: (text: string) => string };

function Roles({ person, day }: Part) {
  const { t } = useTranslation('admin');
  const { t: common } = useTranslation('common');
  const held = person.grants.filter(({ now }) => now);
  const earlier = person.grants.filter(({ now }) => !now);
  return (
    <section className="space-7" aria-labelledby="roles">
      <h2 id="roles">{t('person.roles')}</h2>
      {held.length === 0 && <p>{t('person.no-roles')}</p>}
      <ul className="queue">
        {held.map(({ role, service, from }) => (
          <li key={`${role}${service}${from}`}>
            <div>
              {t(service ? 'person.role-of' : 'person.role-since', {
                role: common(`role.${role}`),
                service,
                from: day(from),
              })}
            </div>
            <Form method="post">
              <input type="hidden" name="role" value={role} />
              <button
                className="button button-secondary"
                name="intent"
                value="take"
                type="submit"
                aria-label={t('person.take-role', { role: common(`role.${role}`), name: person.name })}
              >
                {t('person.take')}
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {earlier.length > 0 && (
        <details className="disclosure">
          <summary>{t('person.earlier-roles')}</summary>
          <ul>
            {earlier.map(({ role, from, until }) => (
              <li key={`${role}${from}${until}`}>
                {until
                  ? t('person.role-was', { role: common(`role.${role}`), from: day(from), until: day(until) })
                  : t('person.role-since', { role: common(`role.${role}`), from: day(from) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Work({ person, day }: Part) {
  const { t } = useTranslation('admin');
  const said = ({ library, number, from, until }: PersonView['affiliations'][number]) =>
    until
      ? t('person.was-here', { library: `${library} (${number})`, from: day(from), until: day(until) })
      : t('person.here-since', { library: `${library} (${number})`, from: day(from) });
  const [latest, ...earlier] = person.affiliations;
  return (
    <section className="space-7" aria-labelledby="work">
      <h2 id="work">{t('person.work')}</h2>
      <p>{latest ? said(latest) : t('person.no-work')}</p>
      {earlier.length > 0 && (
        <details className="disclosure">
          <summary>{t('person.earlier-work')}</summary>
          <ul>
            {earlier.map((each) => (
              <li key={each.from}>{said(each)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One change, collapsed until it is opened. If it was refused, it is open again with what was typed. */
function Action({
  intent,
  text,
  sent,
  children,
}: {
  intent: 'move' | 'give' | 'rename' | 'block' | 'unblock' | 'email-change';
  text?: string;
  sent?: Sent;
  children?: ReactNode;
}) {
  const { t } = useTranslation('admin');
  return (
    <details className="disclosure" open={sent?.intent === intent && sent.field !== ''}>
      <summary>{t(`person.${intent}`)}</summary>
      {text && <p>{text}</p>}
      <Form method="post" noValidate>
        {children}
        <button className="button button-secondary" name="intent" value={intent} type="submit">
          {t(`person.${intent}-submit`)}
        </button>
      </Form>
    </details>
  );
}

function ActionField({
  id,
  label,
  was = '',
  sent,
  inputMode,
}: {
  id: string;
  label: string;
  was?: string;
  inputMode?: 'numeric';
  sent?: Sent;
}) {
  const content = inputMode ? { inputMode } : { prose: true };
  return (
    <Field
      id={id}
      label={label}
      className={'prose' in content ? 'input-width-l' : 'input-width-s'}
      error={sent?.field === id ? sent.error : undefined}
      defaultValue={sent?.fields[id] || was}
      autoComplete="off"
      {...content}
    />
  );
}

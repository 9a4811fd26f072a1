import { useTranslation } from 'react-i18next';
import { FieldError } from '#app/components/base/field-error.tsx';
import { FieldSet } from '#app/components/base/field-set.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { CourseEditions, OpenMover } from '#app/use-cases/holds/editions/see-course-editions.server.ts';
import { formatList } from '#app/words/format.ts';

type Props = {
  editions: CourseEditions & { to: string };
  sent: { error: string; decisions: Partial<Record<string, string>> } | undefined;
  language: 'da' | 'en';
};

/** Asks for each group whether it stays, moves or begins again, beside what moving would mean. Nothing is chosen beforehand. */
export function GroupDecisions({ editions, sent, language }: Props) {
  const { t } = useTranslation('leader');
  const { to, groups, standing } = editions;
  return (
    <section className="space-7" aria-labelledby="choose">
      <h2 id="choose">{t('editions.choose')}</h2>
      <p>{t('editions.leave')}</p>
      <Form method="post" noValidate>
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="standing" value={standing} />
        <div className={sent ? 'form-error' : undefined} id="groups" tabIndex={-1}>
          {sent && <FieldError id="groups" error={sent.error} />}
          {groups.map(({ group, people }) => (
            <FieldSet
              key={group}
              id={group}
              className="field space-5"
              legend={t('editions.legend', { group: t(`editions.group.${group}`), count: people.length })}
              hint={[t(`editions.group-hint.${group}`), ...meansOf(people)].join(' ')}
            >
              <div className="answers">
                {(['stay', 'migrate', 'restart'] as const).map((decision) => (
                  <div className="answers__option" key={decision}>
                    <input
                      type="radio"
                      id={`${group}-${decision}`}
                      name={group}
                      value={decision}
                      defaultChecked={sent?.decisions[group] === decision}
                    />
                    <label htmlFor={`${group}-${decision}`}>{t(`editions.${decision}`, { to })}</label>
                  </div>
                ))}
              </div>
              {people.length > 0 && (
                <details className="space-5">
                  <summary>{t('editions.each')}</summary>
                  <ul>
                    {people.map((mover) => (
                      <li key={mover.enrolmentId}>
                        {t('editions.person', { name: mover.name, hold: mover.hold, means: lossOf(mover) })}
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </FieldSet>
          ))}
        </div>
        <div className="actions">
          <button className="button button-primary" type="submit">
            {t('editions.save')}
          </button>
        </div>
      </Form>
    </section>
  );

  function meansOf(people: readonly OpenMover[]): string[] {
    const losing = people.filter(({ lost }) => lost.length > 0);
    const steps = new Map(losing.flatMap(({ lost }) => lost.map(({ id, title }) => [id, title[language]])));
    const kept = people.length - losing.length;
    if (people.every(({ begun }) => begun.length === 0)) return [];
    return [
      ...(losing.length > 0
        ? [t('editions.means-lost', { count: losing.length, steps: formatList(language, [...steps.values()]) })]
        : []),
      ...(kept > 0 ? [t('editions.means-kept', { count: kept })] : []),
    ];
  }

  function lossOf({ lost }: OpenMover): string {
    if (lost.length === 0) return t('editions.keeps');
    const steps = formatList(
      language,
      lost.map(({ title }) => title[language]),
    );
    return t('editions.loses', { steps });
  }
}

import { useTranslation } from 'react-i18next';
import { DateTile } from '#app/components/base/date-tile.tsx';
import { TextArea } from '#app/components/base/field.tsx';
import { Form } from '#app/components/base/form.tsx';
import type { DayAhead } from '#app/use-cases/learning/dates-ahead-of.ts';
import { formatStart } from '#app/words/format.ts';
import { dayText } from './days-ahead.tsx';

export type RegretRefused = { day: string; error: string; reason: string };
type Props = {
  days: readonly DayAhead[];
  enrolmentId: string;
  language: 'da' | 'en';
  refused: RegretRefused | undefined;
};

/** The coming course days with weekday, time and place; what to do who cannot come; and a file for the calendar. */
export function CourseDaysAhead({ days, enrolmentId, language, refused }: Props) {
  const { t } = useTranslation('way');
  const others = days.length > 1;
  return (
    <section className="day-card space-5" aria-labelledby="days-title">
      <h2 id="days-title" className="overline">
        {t(others ? 'day.title_other' : 'day.title_one')}
      </h2>
      {days.map((day) => (
        <div key={day.id} className="day-card__day">
          <DateTile day={day.heldOn} language={language} />
          <div>
            <p>
              <b>{day.place || t('day.no-place')}</b>
              <br />
              {formatStart(language, day.startsAt).replace(/^./, (first) => first.toUpperCase())}
            </p>
            {day.regret === null ? (
              <Regret day={day} enrolmentId={enrolmentId} others={others} language={language} refused={refused} />
            ) : (
              <>
                <p>
                  <b>{t('day.regret.sent')}</b> {t('day.regret.reason', { reason: day.regret })}
                </p>
                <p>{t(others ? 'day.regret.then-another' : 'day.regret.then')}</p>
                <Form method="post" preventScrollReset>
                  <input type="hidden" name="enrolment" value={enrolmentId} />
                  <input type="hidden" name="day" value={day.id} />
                  <button
                    className="button button-secondary"
                    name="intent"
                    value="undo-regret"
                    type="submit"
                    aria-label={t('day.regret.undo-for', { day: dayText(language, day) })}
                  >
                    {t('day.regret.undo')}
                  </button>
                </Form>
              </>
            )}
          </div>
        </div>
      ))}
      <p>
        <a className="text-link" href="/my-certificate/course-days.ics">
          {t('day.calendar')}
        </a>
      </p>
    </section>
  );
}

function Regret({
  day,
  enrolmentId,
  others,
  language,
  refused,
}: Omit<Props, 'days'> & { day: DayAhead; others: boolean }) {
  const { t } = useTranslation('way');
  const mine = refused?.day === day.id ? refused : undefined;
  return (
    <details className="disclosure" open={mine !== undefined}>
      <summary>
        {t('day.regret.ask')}
        {others && <span className="sr-only">, {dayText(language, day)}</span>}
      </summary>
      <p>{t('day.regret.text')}</p>
      <p>{t(others ? 'day.regret.then-another' : 'day.regret.then')}</p>
      <Form method="post" noValidate preventScrollReset>
        <input type="hidden" name="enrolment" value={enrolmentId} />
        <input type="hidden" name="day" value={day.id} />
        <TextArea
          id={`reason-${day.id}`}
          name="reason"
          rows={2}
          label={t('day.regret.why')}
          hint={t('day.regret.hint')}
          error={mine?.error}
          defaultValue={mine?.reason ?? ''}
          maxLength={1_000}
        />
        <button className="button button-secondary" name="intent" value="regret" type="submit">
          {t('day.regret.submit')}
        </button>
      </Form>
    </details>
  );
}

import { useTranslation } from 'react-i18next';
import { Facts } from '#app/components/base/facts.tsx';
import { Link } from '#app/components/base/link.tsx';
import type { CourseShown } from '#app/components/course-line/course-shown.server.ts';
import { formatDay } from '#app/words/format.ts';
import type { CertificateWithSeal } from './certificate-entry.tsx';
import { isGood } from './good-certificate.ts';
import { isNew } from './own-finding.ts';
import { Seal, SealProgress } from './seal.tsx';

type Props = { course: CourseShown; held: CertificateWithSeal | undefined; language: 'da' | 'en' };

/** Shows the certificate today: its seal, or the seal that closes petal by petal on the way to it. */
export function CertificateCard({ course, held, language }: Props) {
  const { t } = useTranslation('adviser');
  const { t: common } = useTranslation('common');
  const { t: way } = useTranslation('way');
  const { done, needed, moved, ownTime } = course;
  const good = isGood(held?.status);
  const own = cardOf(course);
  const named = t('path.course-value', { course: course.title, edition: course.edition });
  return (
    <aside
      className={`certificate-card${held && isNew(held) ? ' certificate-card--new' : ''}`}
      aria-labelledby="card-title"
    >
      <div className="certificate-card__head">
        {held ? (
          <Seal
            rings={held.rings}
            mark={good ? 'check' : held.status === 'revoked' ? 'cross' : 'dash'}
            filled={good}
            petals={needed}
          />
        ) : (
          <SealProgress done={done} of={needed} />
        )}
        <div>
          <h2 id="card-title">{held ? t('path.certificate', { number: held.number }) : t(own.card)}</h2>
          <p className="muted">{held ? common(`certificate.${held.status}`) : t(own.text)}</p>
        </div>
      </div>
      <div className="certificate-card__body">
        <Facts
          rows={[
            [t('path.course'), named],
            ...(held
              ? ([
                  [
                    t(good || held.status === 'suspended' ? 'path.valid' : 'path.was-valid'),
                    `${formatDay(language, held.validFrom)} – ${formatDay(language, held.lastValidDay)}`,
                  ],
                ] as const)
              : ([
                  [t('path.state'), common(`life.${course.state}`)],
                  ...(course.finishBy
                    ? ([
                        [
                          t('path.finish-by'),
                          moved ? (
                            <>
                              {formatDay(language, course.finishBy)} <span className="tag">{way('moved.tag')}</span>
                              <br />
                              <span className="muted">
                                {way('moved.text', { from: formatDay(language, moved.from), by: moved.by })}{' '}
                                {t('path.because', { reason: moved.reason })}
                              </span>
                            </>
                          ) : (
                            formatDay(language, course.finishBy)
                          ),
                        ],
                        ...(ownTime > 1
                          ? ([
                              [
                                way('time.label'),
                                <>
                                  {way('time.value', { percent: Math.round((ownTime - 1) * 100) })}{' '}
                                  <span className="tag">{way('time.tag')}</span>
                                </>,
                              ],
                            ] as const)
                          : []),
                        [
                          t(course.months === null ? 'path.gives' : 'path.lasts'),
                          course.months === null
                            ? t('path.gives-attended')
                            : t('path.lasts-months', { months: course.months }),
                        ],
                      ] as const)
                    : []),
                ] as const)),
          ]}
        />
        {held && (
          <p>
            <Link className="text-link" to={`/v/${held.verifyCode}`}>
              {t('path.public-page')}
            </Link>
          </p>
        )}
      </div>
    </aside>
  );
}

/** The card is about a certificate, or about a proof of attendance, which may be issued already. */
function cardOf({ months, state }: Pick<CourseShown, 'months' | 'state'>) {
  if (months !== null) return { card: 'path.card', text: 'path.card-text' } as const;
  const text = state === 'attended' ? 'path.end-issued' : 'path.card-text';
  return { card: 'path.card-attended', text } as const;
}

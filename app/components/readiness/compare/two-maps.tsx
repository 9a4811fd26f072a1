import { useTranslation } from 'react-i18next';

export type ComparedMap = { day: string; src: string; alt: string; caption: string };
type Props = { maps: readonly ComparedMap[]; attribution: string; height: number };

/** The same map on two days, side by side. */
export function TwoMaps({ maps, attribution, height }: Props) {
  const { t } = useTranslation('views');
  return (
    <>
      <div className="two-maps space-6">
        {maps.map(({ day, src, alt, caption }) => (
          <section key={src} aria-label={day}>
            <h2 className="h3">{day}</h2>
            <figure className="figure">
              <img src={src} alt={alt} width="1000" height={height} />
              <figcaption>{caption}</figcaption>
            </figure>
          </section>
        ))}
      </div>
      <p className="muted small">
        {t('map.caption')} <span lang="da">{attribution}</span>
      </p>
    </>
  );
}

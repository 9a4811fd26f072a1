import { useTranslation } from 'react-i18next';

type Props = { id: string; checked: boolean };

/** Whether people can get guidance at the library. */
export function GuidancePointField({ id, checked }: Props) {
  const { t } = useTranslation('places');
  return (
    <div className="form-group-checkbox">
      <input
        className="form-checkbox"
        type="checkbox"
        id={id}
        name="guidancePoint"
        value="1"
        defaultChecked={checked}
      />
      <label htmlFor={id}>{t('open.guidancePoint')}</label>
    </div>
  );
}

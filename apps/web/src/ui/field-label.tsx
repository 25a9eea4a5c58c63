import { useTranslations } from 'use-intl'
import classes from './field-label.module.css'

export function FieldLabel({ label, optional = false }: { label: string; optional?: boolean | undefined }) {
  const t = useTranslations('ui')
  if (!optional) return label
  return (
    <>
      {label} <span className={classes.optional}>({t('optional')})</span>
    </>
  )
}

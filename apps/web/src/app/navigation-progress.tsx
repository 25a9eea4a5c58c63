import { useNavigation } from 'react-router'
import { useTranslations } from 'use-intl'
import { useElapsed } from '../ui/use-elapsed.ts'
import hidden from '../ui/visually-hidden.module.css'
import classes from './navigation-progress.module.css'

/** A line along the top while the next page is on its way. */
export function NavigationProgress() {
  return useNavigation().state === 'idle' ? null : <Progress />
}

function Progress() {
  const t = useTranslations('ui.loading')
  const passed = useElapsed([200, 2_000])
  return (
    <div role="status">
      {passed >= 1 && <span className={classes.line} />}
      {passed >= 2 && <span className={hidden.hidden}>{t('busy')}</span>}
    </div>
  )
}

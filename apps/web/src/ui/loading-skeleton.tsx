import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import classes from './loading-skeleton.module.css'
import { useElapsed } from './use-elapsed.ts'

// Shape, words, way out: what comes sooner than these is not noticed as waiting.
const MOMENTS = [200, 2_000, 10_000] as const

type LoadingSkeletonProps = { lines?: number; onRetry?: () => void }

/** Where something will be: nothing at first, then its shape, after two seconds words, after ten a way to try again. */
export function LoadingSkeleton({ lines = 4, onRetry }: LoadingSkeletonProps) {
  const t = useTranslations('ui.loading')
  const passed = useElapsed(MOMENTS)
  return (
    <div className={classes.skeleton} aria-busy="true">
      {passed >= 1 && (
        <div aria-hidden="true">
          {Array.from({ length: lines }, (_, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
            <span key={line} className={classes.line} />
          ))}
        </div>
      )}
      <p className={classes.words} role="status">
        {passed === 2 && t('busy')}
        {passed === 3 && t('slow')}
      </p>
      {passed === 3 && (
        <Button look="secondary" onClick={onRetry ?? (() => window.location.reload())}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

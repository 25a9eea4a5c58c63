import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from './button.tsx'
import { LoadingSkeleton } from './loading-skeleton.tsx'
import { Notice } from './notice.tsx'

type LoadedProps<Data> = {
  data: Data | undefined
  /** What could not be loaded: "De rollen zijn niet geladen." */
  failed: string
  /** Why, once it has failed. */
  problem: string | undefined
  onRetry: () => unknown
  /** Lines of the shape that is shown meanwhile. */
  lines?: number
  children: (data: Data) => ReactNode
}

/** Something that is fetched: its shape while it comes, itself when it is there, or why it is not and a way to try again. */
export function Loaded<Data>({ data, failed, problem, onRetry, lines, children }: LoadedProps<Data>) {
  const t = useTranslations('ui.loading')
  if (data !== undefined) return children(data)
  if (!problem) return <LoadingSkeleton {...(lines && { lines })} onRetry={onRetry} />
  return (
    <Notice
      tone="error"
      title={failed}
      live
      action={
        <Button look="secondary" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      <p>{problem}</p>
    </Notice>
  )
}

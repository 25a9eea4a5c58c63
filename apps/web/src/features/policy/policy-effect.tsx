import type { FactorKind } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'
import type { Preview } from './policy-query.ts'

type PolicyEffectProps = {
  preview: Preview | undefined
  /** Why it could not be counted. */
  problem: string | undefined
  /** What would no longer be allowed. */
  taken: readonly FactorKind[]
}

/** Whom it touches, before anything is chosen: who has one way only, and who would have to set up another. */
export function PolicyEffect({ preview, problem, taken }: PolicyEffectProps) {
  const t = useTranslations('policy')
  return (
    <section aria-label={t('effect')}>
      <div role="status">
        <Counted preview={preview} problem={problem} taken={taken} />
      </div>
    </section>
  )
}

function Counted({ preview, problem, taken }: PolicyEffectProps) {
  const t = useTranslations('policy')
  if (problem) {
    return (
      <Notice tone="error" title={t('countFailed')}>
        <p>{problem}</p>
      </Notice>
    )
  }
  if (!preview) return <p>{t('counting')}</p>
  const { users: all, without } = preview
  // A sole member knows what they have.
  if (all === 1 && taken.length === 0) return null
  const isTouching = taken.length > 0 && without > 0
  return (
    <Notice tone={isTouching ? 'warning' : 'info'} title={t('effect')}>
      <Only preview={preview} taken={taken} />
      {isTouching && <p>{t('without', { users: without, all })}</p>}
      {taken.length > 0 && without === 0 && <p>{t('nobody')}</p>}
      {preview.notLinked > 0 && <p>{t('notLinked', { users: preview.notLinked })}</p>}
    </Notice>
  )
}

/** Once something is taken away, only who has that and nothing else matters. */
function Only({ preview: { users: all, onlyBy }, taken }: { preview: Preview; taken: readonly FactorKind[] }) {
  const t = useTranslations('policy')
  const shown = onlyBy.filter(({ kind, users }) => users > 0 && (taken.length === 0 || taken.includes(kind)))
  return shown.map(({ kind, users }) => <p key={kind}>{t('onlyBy', { users, all, way: t(`only.${kind}`) })}</p>)
}

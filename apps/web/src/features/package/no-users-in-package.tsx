import type { PackageKind } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { Notice } from '../../ui/notice.tsx'

/** Why no user can be added, and how to get a package that has room. */
export function NoUsersInPackage({ kind }: { kind: PackageKind }) {
  const t = useTranslations('tenantPackage')
  return (
    <Notice tone="info" title={t('noUsers')}>
      <p>{t('noUsersText', { kind: t(`kind.${kind}`) })}</p>
    </Notice>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProblemText } from '../client/problem-text.ts'
import { useMay } from '../client/use-session.ts'
import { RoleList } from '../features/roles/role-list.tsx'
import { RoleMatrix } from '../features/roles/role-matrix.tsx'
import { rolesQuery } from '../features/roles/roles-query.ts'
import { Loaded } from '../ui/loaded.tsx'
import { Page } from '../ui/page.tsx'
import { Section } from '../ui/section.tsx'

export function RolesPage() {
  const t = useTranslations('roles')
  const may = useMay()
  const problemText = useProblemText()
  const { data, error, refetch } = useQuery(rolesQuery)
  return (
    <Page title={t('title')} intro={<p>{t('intro')}</p>}>
      <Loaded
        data={data}
        failed={t('failed')}
        problem={error ? problemText(error) : undefined}
        onRetry={refetch}
        lines={9}
      >
        {(roles) => (
          <>
            <Section title={t('whoIsWho')}>
              <RoleList roles={roles} linked={may('users:read')} />
            </Section>
            <Section title={t('matrix')} intro={<p>{t('matrixIntro')}</p>}>
              <RoleMatrix roles={roles.filter(({ builtIn }) => builtIn !== 'api')} />
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  )
}

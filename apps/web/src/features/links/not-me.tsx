import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { OpenedLink } from './opened-link.tsx'
import { Report } from './report.tsx'

/** "That was not me": a sign-in from a device that the owner does not know. */
export function NotMe() {
  const t = useTranslations('links.notMe')
  const instead = (
    <ButtonLink to="/forgot-password" wide>
      {t('choosePassword')}
    </ButtonLink>
  )
  return (
    <OpenedLink purposes={['not-me']} title={t('title')} gone={{ title: t('goneTitle'), text: t('gone'), instead }}>
      {({ token, email }) => (
        <Report
          token={token}
          title={t('title')}
          intro={t('intro', { email })}
          consequences={[t('sessions'), t('links'), t('password')]}
          submitLabel={t('submit')}
          send={() => api.reports.notMe({ body: { token } })}
        />
      )}
    </OpenedLink>
  )
}

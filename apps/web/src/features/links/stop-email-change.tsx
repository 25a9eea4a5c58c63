import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { OpenedLink } from './opened-link.tsx'
import { Report } from './report.tsx'

/** "That was not me": a change of e-mail address, told to the old one. */
export function StopEmailChange() {
  const t = useTranslations('links.stopEmailChange')
  const instead = (
    <ButtonLink to="/forgot-password" wide>
      {t('choosePassword')}
    </ButtonLink>
  )
  return (
    <OpenedLink
      purposes={['email-change-stop']}
      title={t('title')}
      gone={{ title: t('goneTitle'), text: t('gone'), instead }}
    >
      {({ token, email }) => (
        <Report
          token={token}
          title={t('title')}
          intro={t('intro', { email })}
          consequences={[t('address', { email }), t('sessions'), t('password')]}
          submitLabel={t('submit')}
          send={() => api.reports.stopEmailChange({ body: { token } })}
        />
      )}
    </OpenedLink>
  )
}

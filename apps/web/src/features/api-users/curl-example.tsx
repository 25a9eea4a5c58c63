import { BASE_PATH } from '@keyholder/contracts'
import { useTranslations } from 'use-intl'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Section } from '../../ui/section.tsx'
import classes from './api-users.module.css'

/** Two lines that show whether the connection works. */
export function CurlExample({ clientId }: { clientId: string }) {
  const t = useTranslations('apiUsers')
  const { origin } = window.location
  const fetchToken = [
    `curl --user '${clientId}:CLIENT_SECRET' \\`,
    `     --data 'grant_type=client_credentials' \\`,
    `     ${origin}/oauth/token`,
  ].join('\n')
  const useToken = [`curl --header 'Authorization: Bearer ACCESS_TOKEN' \\`, `     ${origin}${BASE_PATH}/users`].join(
    '\n',
  )
  return (
    <Section title={t('example')} intro={<p>{t('exampleText')}</p>}>
      <div className={classes.example}>
        <CodeBlock label={t('step1')} code={fetchToken} />
        <CodeBlock label={t('step2')} code={useToken} />
        <p>
          <a href="/api/docs">{t('docs')}</a>
        </p>
      </div>
    </Section>
  )
}

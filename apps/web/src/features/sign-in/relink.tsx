import { type Received, signIn } from '@keyholder/contracts'
import { readRelinkCode } from '@keyholder/domain'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useContractForm } from '../../client/use-contract-form.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { SpelledCodeField } from '../../ui/text-field.tsx'
import { useNextStep } from './use-next-step.ts'
import { useRelinkProblem } from './use-relink-problem.ts'
import { useStepCall } from './use-step-call.ts'

type Unlinked = Received<typeof signIn.state>['unlinked']

/** After an unlinking: the code that the person who unlinked passes on, by voice. */
export function Relink({ unlinked }: { unlinked: Unlinked }) {
  const t = useTranslations('signInSteps.relink')
  return (
    <>
      <Notice tone="info">
        {unlinked ? t('unlinked', { by: unlinked.by, at: new Date(unlinked.at) }) : t('unlinkedUnknown')}
      </Notice>
      <div>
        <p>{unlinked ? t('intro', { by: unlinked.by }) : t('introUnknown')}</p>
        <p>{t('notByMail')}</p>
      </div>
      <RelinkForm />
    </>
  )
}

function RelinkForm() {
  const t = useTranslations('signInSteps.relink')
  const { field, busy, props } = useRelinkForm()
  return (
    <Form {...props}>
      <SpelledCodeField {...field('code')} label={t('label')} hint={t('hint')} maxLength={20} />
      <Button type="submit" wide busy={busy}>
        {t('submit')}
      </Button>
    </Form>
  )
}

function useRelinkForm() {
  const t = useTranslations('signInSteps.relink')
  const problemText = useRelinkProblem()
  const toNextStep = useNextStep()
  const call = useStepCall('relink')
  return useContractForm({
    body: signIn.relink.body,
    initialValues: { code: '' },
    texts: { code: { missing: t('missing'), wrong: t('typing') } },
    check: ({ code }) => {
      if (code.trim() === '') return { code: t('missing') }
      return { code: 'typingError' in readRelinkCode(code) ? t('typing') : null }
    },
    send: async (body) => toNextStep((await call(() => api.signIn.relink({ body }))).step),
    atField: (error) => ({ code: problemCode(error) === 'code.wrong' ? problemText(error) : null }),
    problemText,
  })
}

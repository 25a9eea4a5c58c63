import type { signIn as contract, Received } from '@keyholder/contracts'
import { readRelinkCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../app/api.ts'
import { problemCode } from '../../app/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useGoOn } from './use-go-on.ts'
import { useRelinkProblem } from './use-relink-problem.ts'
import { useStepCall } from './use-step-call.ts'

type Unlinked = Received<typeof contract.state>['unlinked']

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
  const problemText = useRelinkProblem()
  const goOn = useGoOn()
  const call = useStepCall('relink')
  const send = useMutation({
    mutationFn: async (code: string) => goOn((await call(() => api.signIn.relink({ body: { code } }))).step),
    gcTime: 0,
  })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: (code) => mistake(code, { missing: t('missing'), typing: t('typing') }) },
  })
  const submit = ({ code }: { code: string }) =>
    send.mutateAsync(code).catch((error: unknown) => {
      if (problemCode(error) === 'code.wrong') form.setErrors({ code: problemText(error) })
    })
  const problem = problemCode(send.error) === 'code.wrong' ? null : send.error
  return (
    <Form form={form} problem={problem ? problemText(problem) : undefined} onSubmit={submit}>
      <TextField
        {...form.getInputProps('code')}
        key={form.key('code')}
        name="code"
        label={t('label')}
        hint={t('hint')}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        maxLength={20}
      />
      <Button type="submit" wide busy={send.isPending}>
        {t('submit')}
      </Button>
    </Form>
  )
}

function mistake(code: string, texts: { missing: string; typing: string }): string | null {
  if (code.trim() === '') return texts.missing
  return 'typingError' in readRelinkCode(code) ? texts.typing : null
}

import { readSupportCode } from '@keyholder/domain'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { api } from '../../client/api.ts'
import { problemCode } from '../../client/errors.ts'
import { useProblemText } from '../../client/problem-text.ts'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FoundReason } from './found-reason.tsx'

/** Finds why somebody does not get in, by the code that they read out. */
export function LookUp() {
  const t = useTranslations('support')
  const problemText = useProblemText()
  const find = useMutation({ mutationFn: (code: string) => api.support.lookUp({ body: { code } }) })
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: {
      code: (value) => {
        if (value.trim() === '') return t('missing')
        // Its check letter tells a slip of the tongue from a code that is not there.
        return readSupportCode(value) === null ? t('typing') : null
      },
    },
  })
  const isUnknown = problemCode(find.error) === 'support_code.not_found'
  const send = async ({ code }: { code: string }) => {
    try {
      await find.mutateAsync(code)
    } catch (error) {
      if (problemCode(error) === 'support_code.not_found') form.setErrors({ code: t('notFound') })
    }
  }
  return (
    <>
      <Form form={form} onSubmit={send} problem={find.error && !isUnknown ? problemText(find.error) : undefined}>
        <TextField
          {...form.getInputProps('code')}
          key={form.key('code')}
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <div>
          <Button type="submit" busy={find.isPending}>
            {t('submit')}
          </Button>
        </div>
      </Form>
      {find.data && <FoundReason key={find.submittedAt} found={find.data} />}
    </>
  )
}

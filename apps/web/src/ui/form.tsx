import type { FormErrors, UseFormReturnType } from '@mantine/form'
import { type ReactNode, use, useEffect, useState } from 'react'
import { ErrorSummary } from './error-summary.tsx'
import classes from './form.module.css'
import { PageErrors } from './page.tsx'

type FormProps<Values> = {
  form: UseFormReturnType<Values>
  onSubmit: (values: Values) => unknown
  /** What went wrong with the whole; errors of fields go through `form.setErrors`. */
  problem?: string | undefined
  children: ReactNode
}

/** A form that says what is wrong: at the fields, in a summary that takes the focus, and in the title of the page. */
export function Form<Values>({ form, onSubmit, problem, children }: FormProps<Values>) {
  const [attempt, setAttempt] = useState(0)
  const errors = listed(form.errors)
  const tell = use(PageErrors)
  useEffect(() => tell(errors.length), [tell, errors.length])
  const failed = () => setAttempt((count) => count + 1)
  const send = async (values: Values) => {
    if (form.submitting) return
    await onSubmit(values)
    failed() // A form that succeeded is gone by now, or has nothing to summarise.
  }
  return (
    <form className={classes.form} noValidate onSubmit={form.onSubmit(send, failed)}>
      <ErrorSummary errors={errors} problem={problem} attempt={attempt} />
      {children}
    </form>
  )
}

function listed(errors: FormErrors) {
  return Object.entries(errors).flatMap(([field, message]) => (typeof message === 'string' ? [{ field, message }] : []))
}

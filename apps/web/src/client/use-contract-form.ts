import { type UseFormInput, useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldProblems } from './errors.ts'
import {
  type BodySchema,
  type FieldErrors,
  type FieldTexts,
  fieldsRefusedBy,
  joinErrors,
  tellFields,
} from './field-errors.ts'

type ContractForm<Values> = Pick<UseFormInput<Values>, 'mode' | 'onValuesChange'> & {
  /** The body that the form is sent as: the schema that the server judges it by. */
  body: BodySchema
  /** Makes that body of the values, where they differ. */
  toBody?: (values: Values) => unknown
  initialValues: Values
  /** What to say of each field that the schema, here or on the server, finds wrong. */
  texts: FieldTexts<Values>
  /** Rules that the schema cannot hold, such as a check letter: what is wrong, by field. Goes before what the schema finds. */
  check?: (values: Values) => FieldErrors<Values>
  /** Rejects with what went wrong. */
  send: (values: Values) => Promise<unknown>
  /** What a problem of the server says of single fields, in words. */
  atField?: (error: unknown) => FieldErrors<Values>
  /** What to say of a problem that is no single field's. */
  problemText: (error: unknown) => string | undefined
  /** After a problem, once it is told: to empty a field, or to go elsewhere. */
  onProblem?: (error: unknown) => void
}

/**
 * A form whose rules are those of the contract. What is wrong stands at its field in the same words, whether the page or the server
 * found it; any other problem stands above the form. `props` is for `Form`, `field(name)` for each field.
 */
export function useContractForm<Values extends object>(setup: ContractForm<Values>) {
  const { body, toBody = (values: Values) => values, initialValues, texts, check, atField, problemText } = setup
  const form = useForm<Values>({
    mode: setup.mode ?? 'uncontrolled',
    initialValues,
    validate: (values) => joinErrors(tellFields(fieldsRefusedBy(body, toBody(values)), values, texts), check?.(values)),
    ...(setup.onValuesChange && { onValuesChange: setup.onValuesChange }),
  })
  const sending = useMutation({ mutationFn: setup.send, gcTime: 0 })
  const errorsOf = (error: unknown, values: Values): FieldErrors<Values> =>
    joinErrors(tellFields(fieldProblems(error).map(firstPart), values, texts), atField?.(error))
  const onSubmit = (values: Values) =>
    sending.mutateAsync(values).catch((error: unknown) => {
      setup.onProblem?.(error)
      form.setErrors(errorsOf(error, values))
    })
  const isOfField = sending.variables && Object.values(errorsOf(sending.error, sending.variables)).some(Boolean)
  const problem = sending.error && !isOfField ? problemText(sending.error) : undefined
  const field = (name: keyof Values & string) => ({ ...form.getInputProps(name), name })
  return { form, field, busy: sending.isPending, isIdle: sending.isIdle, props: { form, onSubmit, problem } }
}

/** A field inside a list or an object is told of at the field that it is in. */
function firstPart({ path }: { path: string }): string {
  return path.split('.')[0] ?? path
}

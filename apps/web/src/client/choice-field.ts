import type { UseFormReturnType } from '@mantine/form'

/** What a field of choices takes of a controlled form. */
export function choiceField<Values, Name extends keyof Values & string>(form: UseFormReturnType<Values>, name: Name) {
  return {
    name,
    value: form.values[name],
    onChange: (chosen: Values[Name]): void => form.getInputProps(name).onChange(chosen),
    error: form.errors[name],
  }
}

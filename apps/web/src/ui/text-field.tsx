import { TextInput, type TextInputProps } from '@mantine/core'
import type { FieldProps } from './field.ts'
import { FieldLabel } from './field-label.tsx'

type TextFieldProps = FieldProps & Omit<TextInputProps, keyof FieldProps | 'id' | 'description'>

/** One line of text; takes what `form.getInputProps(name)` gives. */
export function TextField({ name, label, hint, error, optional, ...rest }: TextFieldProps) {
  return (
    <TextInput
      {...rest}
      id={name}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
    />
  )
}

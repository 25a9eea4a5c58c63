import { Textarea, type TextareaProps } from '@mantine/core'
import type { FieldProps } from './field.ts'
import { FieldLabel } from './field-label.tsx'

type TextareaFieldProps = FieldProps & Omit<TextareaProps, keyof FieldProps | 'id' | 'description' | 'autosize'>

export function TextareaField({ name, label, hint, error, optional, rows = 4, ...rest }: TextareaFieldProps) {
  return (
    <Textarea
      {...rest}
      id={name}
      name={name}
      rows={rows}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
    />
  )
}

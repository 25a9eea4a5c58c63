import { NativeSelect, type NativeSelectProps } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { FieldProps } from './field.ts'
import { FieldLabel } from './field-label.tsx'

type SelectFieldProps = FieldProps & Omit<NativeSelectProps, keyof FieldProps | 'id' | 'description'>

/** A choice from a short list, by the device's own control: it works with every keyboard and on every phone. */
export function SelectField({ name, label, hint, error, optional, ...rest }: SelectFieldProps) {
  return (
    <NativeSelect
      {...rest}
      id={name}
      name={name}
      label={<FieldLabel label={label} optional={optional} />}
      description={hint}
      error={error}
      rightSection={<IconChevronDown size="1.25em" aria-hidden="true" />}
    />
  )
}

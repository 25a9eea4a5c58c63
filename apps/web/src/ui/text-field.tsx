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

/** An e-mail address, with the keyboard for one; nothing corrects it. */
export function EmailField(props: Omit<TextFieldProps, 'type' | 'autoCapitalize' | 'spellCheck'>) {
  return <TextField {...props} type="email" autoCapitalize="none" spellCheck={false} />
}

type SpelledCodeFieldProps = Omit<TextFieldProps, 'autoComplete' | 'autoCapitalize' | 'autoCorrect' | 'spellCheck'>

/** A code of letters and digits that is typed over: in capitals; nothing corrects it. */
export function SpelledCodeField(props: SpelledCodeFieldProps) {
  return <TextField {...props} autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false} />
}

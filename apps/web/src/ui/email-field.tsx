import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type EmailFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'autoCapitalize' | 'spellCheck'>

/** An e-mail address, with the keyboard for one and nothing that corrects it. */
export function EmailField(props: EmailFieldProps) {
  return <TextField {...props} type="email" autoCapitalize="none" spellCheck={false} />
}

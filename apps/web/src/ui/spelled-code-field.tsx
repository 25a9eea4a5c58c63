import type { ComponentProps } from 'react'
import { TextField } from './text-field.tsx'

type SpelledCodeFieldProps = Omit<
  ComponentProps<typeof TextField>,
  'autoComplete' | 'autoCapitalize' | 'autoCorrect' | 'spellCheck'
>

/** A code of letters and digits that is typed over: in capitals, and nothing corrects it. */
export function SpelledCodeField(props: SpelledCodeFieldProps) {
  return <TextField {...props} autoComplete="off" autoCapitalize="characters" autoCorrect="off" spellCheck={false} />
}

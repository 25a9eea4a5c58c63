import { ChoiceSet, type Option } from './choice-set.tsx'
import type { FieldProps } from './field.ts'

type RadioFieldProps<Value extends string> = Omit<FieldProps, 'optional'> & {
  options: readonly Option<Value>[]
  value: Value | undefined
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function RadioField<Value extends string>({ value, onChange, ...field }: RadioFieldProps<Value>) {
  return <ChoiceSet {...field} type="radio" isChosen={(option) => option === value} onToggle={onChange} />
}

import { ChoiceSet, type Option } from './choice-set.tsx'
import type { FieldProps } from './field.ts'

type CheckGroupProps<Value extends string> = Omit<FieldProps, 'optional'> & {
  options: readonly Option<Value>[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}

/** Any number of a few, all in sight. */
export function CheckGroup<Value extends string>({ value, onChange, ...field }: CheckGroupProps<Value>) {
  const toggle = (option: Value) =>
    onChange(value.includes(option) ? value.filter((chosen) => chosen !== option) : [...value, option])
  return <ChoiceSet {...field} type="checkbox" isChosen={(option) => value.includes(option)} onToggle={toggle} />
}

import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useRef } from 'react'
import { Link, type To } from 'react-router'
import { useTranslations } from 'use-intl'
import classes from './filter-bar.module.css'
import { useTypedValue } from './use-typed-value.ts'

type FilterBarProps = {
  search: { label: string; value: string; onSearch: (text: string) => void }
  /** Fields that narrow the list: SelectField and the like. */
  children?: ReactNode
  /** Ready-made filters, each an address of this same list. */
  presets?: readonly { label: string; to: To; active: boolean }[]
  /** The address without any filter; only while there is one. */
  clear?: To | undefined
  /** How many were found, in words: read out when it changes. */
  found: string
}

/** Finds in a list: by words, by fields, by ready-made filters. */
export function FilterBar({ search, children, presets = [], clear, found }: FilterBarProps) {
  const t = useTranslations('list')
  const field = useRef<HTMLInputElement>(null)
  return (
    <search className={classes.bar} aria-label={t('filters')}>
      <div className={classes.fields}>
        <SearchField {...search} field={field} />
        {children}
      </div>
      {presets.length > 0 && (
        <ul className={classes.presets} aria-label={t('presets')}>
          {presets.map(({ label, to, active }) => (
            <li key={label}>
              <Link className={classes.preset} to={to} aria-current={active ? 'true' : undefined}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.outcome}>
        <p role="status">{found}</p>
        {/* It goes with the filters: the focus is not lost with it. */}
        {clear && (
          <Link to={clear} onClick={() => field.current?.focus()}>
            {t('clear')}
          </Link>
        )}
      </div>
    </search>
  )
}

type SearchFieldProps = FilterBarProps['search'] & { field: RefObject<HTMLInputElement | null> }

function SearchField({ label, value, onSearch, field }: SearchFieldProps) {
  const { text, setText, send } = useTypedValue({ value, pause: 300, onValue: onSearch })
  return (
    <TextInput
      ref={field}
      type="search"
      name="search"
      label={label}
      value={text}
      leftSection={<IconSearch size="1.25em" aria-hidden="true" />}
      classNames={{ root: classes.search ?? '' }}
      onChange={(event) => {
        setText(event.currentTarget.value)
        send(event.currentTarget.value)
      }}
    />
  )
}

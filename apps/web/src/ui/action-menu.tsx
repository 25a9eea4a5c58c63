import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import { Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Link, type To } from 'react-router'
import classes from './action-menu.module.css'

export type MenuAction = {
  label: string
  icon?: ReactNode
  danger?: boolean
} & ({ to: To; state?: unknown } | { onSelect: () => void })

type ActionMenuProps = {
  /** What the button is called: "Acties voor Jan de Vries". */
  label: string
  actions: readonly MenuAction[]
  /** Instead of three dots. */
  trigger?: ReactNode
  triggerClassName?: string | undefined
  /** Above the actions, to say whose they are. */
  heading?: ReactNode
  /** Which side of the button the menu keeps to. */
  align?: 'start' | 'end'
}

/** Several actions behind one labelled button. */
export function ActionMenu({ label, actions, trigger, triggerClassName, heading, align = 'end' }: ActionMenuProps) {
  const button = useRef<HTMLButtonElement>(null)
  // The button has the focus again before the action runs, so that a dialog which opens now returns it there.
  const select = (run: () => void) => () => {
    button.current?.focus()
    run()
  }
  return (
    <Menu position={`bottom-${align}`} withinPortal={false} transitionProps={{ duration: 0 }} classNames={menuClasses}>
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className={triggerClassName ?? classes.dots}
          aria-label={label}
          title={label}
        >
          {trigger ?? <IconDots aria-hidden="true" />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {heading && <div className={classes.heading}>{heading}</div>}
        {actions.map((action) => {
          const look = { leftSection: action.icon, mod: { danger: action.danger ?? false } }
          if ('to' in action) {
            return (
              <Menu.Item key={action.label} {...look} component={Link} to={action.to} state={action.state}>
                {action.label}
              </Menu.Item>
            )
          }
          return (
            <Menu.Item key={action.label} {...look} onClick={select(action.onSelect)}>
              {action.label}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

const menuClasses = { dropdown: classes.dropdown ?? '', item: classes.item ?? '' }

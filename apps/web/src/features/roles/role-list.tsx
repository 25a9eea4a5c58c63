import { Link } from 'react-router'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import hidden from '../../ui/visually-hidden.module.css'
import classes from './role-list.module.css'
import type { Role } from './roles-query.ts'

type RoleListProps = {
  roles: readonly Role[] /** Whether the number of members may lead to who they are. */
  linked: boolean
}

/** What each role is for, and how many have it. */
export function RoleList({ roles, linked }: RoleListProps) {
  const t = useTranslations('roles')
  const roleName = useRoleName()
  return (
    <ul className={classes.list}>
      {roles.map((role) => (
        <li key={role.id} className={classes.role}>
          <h3 className={classes.name}>{roleName(role)}</h3>
          {role.builtIn && <p>{t(`explanation.${role.builtIn}`)}</p>}
          <p className={classes.members}>
            {linked && role.members > 0 ? (
              <Link to={`/users?${new URLSearchParams({ role: role.id })}`}>
                {t('members', { count: role.members })}
                <span className={hidden.hidden}> {t('withRole', { role: roleName(role) })}</span>
              </Link>
            ) : (
              t('members', { count: role.members })
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

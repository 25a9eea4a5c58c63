import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { useRoleName } from '../../messages/use-role-name.ts'
import hidden from '../../ui/visually-hidden.module.css'
import { PERMISSION_GROUPS } from './permission-groups.ts'
import classes from './role-matrix.module.css'
import type { Role } from './roles-query.ts'

/** Who may do what: a table where there is room for one, otherwise for each permission the roles that have it. */
export function RoleMatrix({ roles }: { roles: readonly Role[] }) {
  return (
    <div className={classes.frame}>
      <WideMatrix roles={roles} />
      <NarrowMatrix roles={roles} />
    </div>
  )
}

function WideMatrix({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('roles')
  const roleName = useRoleName()
  return (
    <table className={classes.table}>
      <caption className={hidden.hidden}>{t('matrix')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('permission')}</th>
          {roles.map((role) => (
            <th key={role.id} scope="col">
              {roleName(role)}
            </th>
          ))}
        </tr>
      </thead>
      {PERMISSION_GROUPS.map(({ name, permissions }) => (
        <tbody key={name}>
          <tr>
            <th scope="rowgroup" colSpan={roles.length + 1} className={classes.group}>
              {t(`group.${name}`)}
            </th>
          </tr>
          {permissions.map((permission) => (
            <tr key={permission}>
              <th scope="row">{t(`can.${permission}`)}</th>
              {roles.map((role) => (
                <td key={role.id}>
                  <Mark has={role.permissions.includes(permission)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Mark({ has }: { has: boolean }) {
  const t = useTranslations('roles')
  return (
    <>
      {has ? (
        <IconCheck className={classes.check} aria-hidden="true" />
      ) : (
        <span className={classes.none} aria-hidden="true">
          –
        </span>
      )}
      <span className={hidden.hidden}>{t(has ? 'yes' : 'no')}</span>
    </>
  )
}

function NarrowMatrix({ roles }: { roles: readonly Role[] }) {
  const t = useTranslations('roles')
  const roleName = useRoleName()
  return (
    <div className={classes.stack}>
      {PERMISSION_GROUPS.map(({ name, permissions }) => (
        <Fragment key={name}>
          <h3 className={classes.stackGroup}>{t(`group.${name}`)}</h3>
          <dl className={classes.permissions}>
            {permissions.map((permission) => {
              const having = roles.filter((role) => role.permissions.includes(permission))
              return (
                <div key={permission} className={classes.permission}>
                  <dt>{t(`can.${permission}`)}</dt>
                  {having.map((role) => (
                    <dd key={role.id} className={classes.holder}>
                      <IconCheck className={classes.check} aria-hidden="true" />
                      {roleName(role)}
                    </dd>
                  ))}
                  {having.length === 0 && <dd className={classes.none}>{t('nobody')}</dd>}
                </div>
              )
            })}
          </dl>
        </Fragment>
      ))}
    </div>
  )
}

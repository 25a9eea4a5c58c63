import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useTranslations } from 'use-intl'
import { api } from '../client/api.ts'
import { problemCode } from '../client/errors.ts'
import { forgetAllButSession } from '../client/query-client.ts'
import { type Session, sessionQuery } from '../client/session.ts'
import type { MenuAction } from '../ui/action-menu.tsx'
import { announce } from '../ui/announcer.tsx'

/** The other organisations of this person, each a way there; `problem` when the last try did not work. */
export function useSwitchTenant({ tenant, memberships }: Session): { actions: MenuAction[]; problem: string | null } {
  const t = useTranslations('session')
  const client = useQueryClient()
  const navigate = useNavigate()
  const change = useMutation({
    mutationFn: (tenantId: string) => api.session.switchTenant({ body: { tenantId } }),
    onSuccess: async (session) => {
      forgetAllButSession()
      await navigate('/')
      client.setQueryData(sessionQuery.queryKey, session)
      announce(t('switched', { name: session.tenant.name }))
    },
  })
  const others = memberships.filter(({ id }) => id !== tenant.id)
  return {
    actions: others.map(({ id, name }) => ({ label: name, onSelect: () => change.mutate(id) })),
    problem: change.error && t(isClosed(change.error) ? 'factorNotAllowed' : 'switchFailed'),
  }
}

function isClosed(error: Error): boolean {
  return problemCode(error) === 'session.factor_not_allowed'
}

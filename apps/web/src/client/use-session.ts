import type { Permission } from '@keyholder/domain'
import { useQuery } from '@tanstack/react-query'
import { type Session, sessionQuery } from './session.ts'

/** The session of a page behind the sign-in: its layout has seen to it that there is one. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery)
  if (!data) throw new Error('This page is behind the sign-in.')
  return data
}

export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

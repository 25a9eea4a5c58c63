import { useLocation } from 'react-router'

/** Given along to the page of one user: how the list was narrowed and put in order. */
export function useListState(): { list: string } {
  return { list: useLocation().search }
}

/** The list as it was left, to go back to. */
export function useListUrl(): string {
  const state: unknown = useLocation().state
  const isFromList = typeof state === 'object' && state !== null && 'list' in state && typeof state.list === 'string'
  return isFromList ? `/users${state.list}` : '/users'
}

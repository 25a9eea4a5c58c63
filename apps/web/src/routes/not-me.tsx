import { NotMe } from '../features/links/not-me.tsx'

export function NotMePage() {
  return <NotMe />
}

import { StopEmailChange } from '../features/links/stop-email-change.tsx'

export function StopEmailChangePage() {
  return <StopEmailChange />
}

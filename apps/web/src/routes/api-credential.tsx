import { PickUpCredential } from '../features/links/pick-up-credential.tsx'

export function ApiCredentialPage() {
  return <PickUpCredential />
}

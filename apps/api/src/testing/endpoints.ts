import { BASE_PATH, contracts, type Definition } from '@keyholder/contracts'
import { sampleOf } from './sample.ts'

export type Endpoint = { name: string; definition: Definition }

/** Every endpoint there is, by its name, for laws that hold for all of them. */
export const ENDPOINTS: readonly Endpoint[] = Object.entries(contracts).flatMap(([capability, endpoints]) =>
  Object.entries<Definition>(endpoints).map(([key, definition]) => ({ name: `${capability}.${key}`, definition })),
)

type Sample = { id?: string; overrides?: ReadonlyMap<unknown, string> }

/** A request that is right in form: what it names need not exist. */
export function sampleRequest({ definition }: Endpoint, { id, overrides = new Map() }: Sample = {}) {
  const path = definition.path.replaceAll(
    /:(\w+)/g,
    (_, name: string) => id ?? String(sampleOf(definition.params?.[name], overrides)),
  )
  return {
    method: definition.method,
    url: `${BASE_PATH}${path}`,
    ...(definition.body ? { body: sampleOf(definition.body, overrides) } : {}),
  }
}

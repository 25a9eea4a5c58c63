import { mailsTo } from './stored-rows.ts'
import type { World } from './world.ts'

type Recipient = { membershipId: string }

/** The code of the newest message that waits for a member, by SMS or e-mail: what they would read. */
export async function sentCode(world: World, { membershipId }: Recipient): Promise<string> {
  const codes = (await mailsTo(world, membershipId)).flatMap(({ data }) =>
    typeof data.code === 'string' ? [data.code] : [],
  )
  return codes.at(-1) ?? 'none was sent'
}

/** A code of six digits that is surely another. */
export function otherThan(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0')
}

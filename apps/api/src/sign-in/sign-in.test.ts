import { describe, expect } from 'vitest'
import { it } from '../testing/it.ts'
import { PASSWORD } from '../testing/world.ts'

describe('signing in', () => {
  it('goes from the password over linking an authenticator and keeping the recovery code to a session', async ({
    world,
  }) => {
    const tenant = await world.addTenant('De Linde')
    const holder = await world.signIn(tenant.holder)
    const session = await holder.api.session.current()
    expect(session.user.email).toBe(tenant.holder.email)
    expect(session.permissions).toContain('users:invite')
  })

  it('asks for the code of the authenticator the next time', async ({ world }) => {
    const tenant = await world.addTenant('De Wilg')
    await world.signIn(tenant.holder)
    const again = world.visitor()
    expect(await again.api.signIn.password({ body: { email: tenant.holder.email, password: PASSWORD } })).toEqual({
      step: 'factor',
    })
    await again.api.signIn.authenticator({ body: { code: await world.nextCode(tenant.holder) } })
    expect((await again.api.session.current()).tenant.name).toBe('De Wilg')
  })
})

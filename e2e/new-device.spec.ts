import { expect, test } from './fixtures.ts'
import { expectAccessible } from './look.ts'
import { expectInside, expectSignedOut, heading, main } from './page.ts'
import { PEOPLE } from './people.ts'
import { chooseNewPassword, giveCode, givePassword } from './sign-in.ts'
import { WORDS } from './words.ts'

const { bram } = PEOPLE

test('a sign-in on a new device is mailed, and "dit was ik niet" closes everything at once (CHN-16, REC-16)', async ({
  as,
  inbox,
  authenticator,
}) => {
  const owner = await as('bram')
  const stranger = await as('bram')
  const link = await inbox.link(bram.email, /nieuw apparaat/)

  await test.step('opening the link changes nothing', async () => {
    await owner.goto(link)
    await expect(heading(owner)).toContainText('Was jij dit niet?')
    await expect(owner.getByText(`ingelogd op het account ${bram.email}`)).toBeVisible()
    await expectAccessible(owner)
    await stranger.reload()
    await expectInside(stranger)
  })

  await test.step('the button ends every session, and the old password opens nothing', async () => {
    await owner.getByRole('button', { name: 'Dit was ik niet: zet mijn account dicht' }).click()
    await expect(heading(owner)).toContainText(WORDS.nl.newPassword)
    await stranger.reload()
    await expectSignedOut(stranger)
    await givePassword(stranger, bram)
    await expect(main(stranger).getByText('Er is gemeld dat iemand anders met je account inlogde.')).toBeVisible()
    await expect(main(stranger).getByText('Kies bij ‘Wachtwoord vergeten?’ een nieuw wachtwoord.')).toBeVisible()
    await expectAccessible(stranger)
    const other = await owner.context().newPage()
    await other.goto('/account')
    await expectSignedOut(other)
    await other.close()
  })

  await test.step('a new password is chosen at once, and leads to the second step', async () => {
    await chooseNewPassword(owner, 'zeven groene fietsbellen')
    await giveCode(owner, await authenticator('bram').nextCode())
    await expectInside(owner)
    await givePassword(stranger, bram)
    await expect(main(stranger).getByText(WORDS.nl.wrongCredentials)).toBeVisible()
  })

  await test.step('the link works once', async () => {
    await stranger.goto(link)
    await expect(heading(stranger)).toContainText(WORDS.nl.linkExpired)
  })
})

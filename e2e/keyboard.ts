import { expect, type Locator, type Page } from '@playwright/test'

const MOST_TABS = 80

/** Presses Tab until the target has the focus, as people without a mouse do. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target}.`)
}

/** Tabs to a link or button and presses Enter. */
export async function pressEnterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}

/** Tabs to a tick or a choice and presses the space bar. */
export async function pressSpaceOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Space')
}

/** Chooses one of a group: the Tab key reaches the group, and the arrows go through it. */
export async function choose(page: Page, group: Locator, name: RegExp): Promise<void> {
  const choice = group.getByRole('radio', { name })
  await tabTo(page, group)
  // Where nothing is chosen yet the arrows would skip the one that has the focus.
  if ((await group.getByRole('radio', { checked: true }).count()) === 0) await page.keyboard.press('Space')
  for (let steps = 0; steps < 10 && !(await choice.isChecked()); steps++) await page.keyboard.press('ArrowDown')
  await expect(choice).toBeChecked()
}

export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.type(text)
}

/** A group of choices has the focus when one of them has it. */
async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.contains(document.activeElement))
}

import type { Locator, Page } from '@playwright/test'

/** Opens a list to choose from and takes one of it. */
export async function chooseIn(page: Page, select: Locator, option: string): Promise<void> {
  const list = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await select.click()
  await list.getByTitle(option, { exact: true }).click()
  await list.waitFor({ state: 'hidden' })
}

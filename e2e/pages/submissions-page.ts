import type { Locator, Page } from '@playwright/test'

/** 报送, as the office sees it */
export class SubmissionsPage {
  readonly heading: Locator
  readonly chase: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.heading = page.getByRole('heading', { name: /年报送情况$/ })
    this.chase = page.getByRole('textbox', { name: '催报文字' })
  }

  cell(department: string, month: string): Locator {
    return this.#page.getByRole('button', { name: new RegExp(`^${department}，${month}，`) })
  }

  async review(department: string, month: string): Promise<ReviewDrawer> {
    await this.cell(department, month).click()
    return new ReviewDrawer(this.#page.getByRole('dialog'))
  }
}

export class ReviewDrawer {
  readonly root: Locator

  constructor(root: Locator) {
    this.root = root
  }

  async accept(): Promise<void> {
    await this.root.getByRole('button', { name: '审核通过' }).click()
    await this.root.waitFor({ state: 'hidden' })
  }

  async sendBack(reason: string): Promise<void> {
    await this.root.getByRole('button', { name: '退回', exact: true }).click()
    await this.root.getByLabel(/退回原因/).fill(reason)
    await this.root.getByRole('button', { name: '确定退回' }).click()
    await this.root.waitFor({ state: 'hidden' })
  }
}

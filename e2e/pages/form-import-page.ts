import type { Locator, Page } from '@playwright/test'

/** 导出填报表 and 导入填报表, reached from 本月填报. */
export class FormImportPage {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: /^导入填报表/ })
  }

  /** Answers where the form was written. */
  async exportForm(): Promise<string> {
    await this.#page.getByRole('button', { name: '导出填报表' }).click()
    const said = this.#page.getByRole('dialog').filter({ hasText: '保存在：' })
    const text = await said.innerText()
    await said.getByRole('button', { name: '关闭' }).click()
    await said.waitFor({ state: 'hidden' })
    return /保存在：(.+\.xlsx)/.exec(text)?.[1] ?? ''
  }

  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: '导入填报表' }).click()
    await this.dialog.waitFor()
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: '关闭' }).last().click()
    await this.dialog.waitFor({ state: 'hidden' })
  }

  async choose(name: string, buffer: Buffer): Promise<void> {
    await this.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
  }

  async leaveOut(item: string): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: new RegExp(`“${item}”`) }).click()
  }

  async apply(count: number): Promise<void> {
    await this.dialog.getByRole('button', { name: `录入选中的${count}处改动` }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}

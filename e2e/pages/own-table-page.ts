import type { Locator, Page } from '@playwright/test'
import { chooseIn } from './choose-in.ts'

/** 导入自有表格, from 本月填报 or 工作要点. */
export class OwnTablePage {
  readonly dialog: Locator
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    this.dialog = page.getByRole('dialog', { name: /^(导入自有表格|从表格导入要点)/ })
  }

  /** From 本月填报. */
  async open(): Promise<void> {
    await this.#page.getByRole('button', { name: '导入填报表' }).click()
    await this.#page.getByRole('button', { name: '不是本软件的填报表？按自有表格导入' }).click()
    await this.dialog.waitFor()
  }

  async choose(name: string, buffer: Buffer): Promise<void> {
    await this.dialog.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
  }

  column(heading: string): Locator {
    return this.dialog
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name: heading, exact: true }) })
  }

  async setColumn(heading: string, meaning: string): Promise<void> {
    await chooseIn(this.#page, this.dialog.getByRole('combobox', { name: `“${heading}”读作` }), meaning)
  }

  async chooseSheet(name: string): Promise<void> {
    await chooseIn(this.#page, this.dialog.getByRole('combobox', { name: '工作表' }), name)
  }

  async confirmColumns(): Promise<void> {
    await this.dialog.getByRole('button', { name: '栏目无误，看内容' }).click()
  }

  row(text: string | RegExp): Locator {
    return this.dialog.getByRole('row').filter({ hasText: text })
  }

  async take(item: string): Promise<void> {
    await this.dialog.getByRole('checkbox', { name: new RegExp(`“${item}”`) }).click()
  }

  async apply(count: number): Promise<void> {
    await this.dialog.getByRole('button', { name: `录入选中的${count}处改动` }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}

// 设置: people, units, rules, appearance.
import type { Locator, Page } from '@playwright/test'
import { chooseIn } from './choose-in.ts'

export class SettingsPage {
  readonly page: Page
  readonly heading: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: '设置', level: 1 })
  }

  card(title: string): Locator {
    return this.page.getByRole('region', { name: title })
  }

  async renameUnit(unit: string, name: string, order: { from: string; reason: string }): Promise<void> {
    await this.page.getByRole('button', { name: `更名 ${unit}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `更名：${unit}` })
    await dialog.getByLabel('新名称').fill(name)
    await chooseIn(this.page, dialog.getByLabel('生效月份'), order.from)
    await dialog.getByLabel('原因').fill(order.reason)
    await dialog.getByRole('button', { name: '保存调整' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async mergeUnit(unit: string, into: string, order: { from: string; reason: string }): Promise<void> {
    await this.page.getByRole('button', { name: `并入 ${unit}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `并入其他处室：${unit}` })
    await chooseIn(this.page, dialog.getByLabel('接收处室'), into)
    await chooseIn(this.page, dialog.getByLabel('生效月份'), order.from)
    await dialog.getByLabel('原因').fill(order.reason)
    await dialog.getByRole('button', { name: '保存调整' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async handOver(person: string, successor: string): Promise<void> {
    await this.page.getByRole('button', { name: `停用、移交 ${person}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `停用：${person}` })
    await dialog.getByLabel('接手人').fill(successor)
    await dialog.getByRole('button', { name: '停用' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
}

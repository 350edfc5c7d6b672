// 设置: people, units, rules, appearance.
import type { Locator, Page } from '@playwright/test'
import { chooseIn } from './choose-in.ts'

interface UnitOrder {
  readonly from: string
  readonly reason: string
}

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

  async renameUnit(unit: string, name: string, order: UnitOrder): Promise<void> {
    await this.page.getByRole('button', { name: `更名 ${unit}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `更名：${unit}` })
    await dialog.getByLabel('新名称').fill(name)
    await this.#order(dialog, order)
  }

  async mergeUnit(unit: string, into: string, order: UnitOrder): Promise<void> {
    await this.#passOn(unit, into, order, { button: '并入', title: '并入其他处室' })
  }

  async handOverUnit(unit: string, to: string, order: UnitOrder): Promise<void> {
    await this.#passOn(unit, to, order, { button: '移交', title: '移交事项' })
  }

  /** 报送与亮灯; `plan` where several stand side by side. */
  async changeRules(
    rules: { readonly dueDay?: string; readonly green?: string; readonly yellow?: string },
    order: UnitOrder,
    plan = '',
  ): Promise<void> {
    const card = this.card('报送与亮灯')
    await card.getByRole('button', { name: plan === '' ? '修改' : `修改《${plan}》`, exact: true }).click()
    if (rules.dueDay !== undefined) await card.getByLabel('报送截止日').fill(rules.dueDay)
    if (rules.green !== undefined) await card.getByLabel('绿灯').fill(rules.green)
    if (rules.yellow !== undefined) await card.getByLabel('黄灯').fill(rules.yellow)
    await this.#order(card, order)
  }

  async handOver(person: string, successor: string): Promise<void> {
    await this.page.getByRole('button', { name: `停用、移交 ${person}` }).click()
    const dialog = this.page.getByRole('dialog', { name: `停用：${person}` })
    await dialog.getByLabel('接手人').fill(successor)
    await dialog.getByRole('button', { name: '停用' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async #passOn(
    unit: string,
    to: string,
    order: UnitOrder,
    words: { button: string; title: string },
  ): Promise<void> {
    await this.page.getByRole('button', { name: `${words.button} ${unit}`, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: `${words.title}：${unit}` })
    await chooseIn(this.page, dialog.getByLabel('接收处室'), to)
    await this.#order(dialog, order)
  }

  async #order(dialog: Locator, { from, reason }: UnitOrder): Promise<void> {
    await chooseIn(this.page, dialog.getByLabel('生效月份'), from)
    await dialog.getByLabel('原因').fill(reason)
    const save = dialog.getByRole('button', { name: '保存调整' })
    await save.click()
    await save.waitFor({ state: 'hidden' })
  }
}

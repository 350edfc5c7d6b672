// 工作要点: the tree, the selected item and its forms.
import type { Locator, Page } from '@playwright/test'
import { chooseIn } from './choose-in.ts'

export interface Order {
  readonly from: string
  readonly reason: string
  readonly documentNumber?: string
}

export class PlanPage {
  readonly page: Page
  readonly heading: Locator
  readonly tree: Locator
  readonly side: Locator
  readonly history: Locator
  readonly obstacles: Locator

  constructor(page: Page) {
    this.page = page
    this.heading = page.getByRole('heading', { name: '工作要点', level: 1 })
    this.tree = page.getByRole('table').filter({ hasText: '事项' }).first()
    this.side = page.getByRole('complementary', { name: '事项' })
    this.history = page.getByRole('region', { name: '变更记录' })
    this.obstacles = page.getByRole('status').filter({ hasText: '没有办妥' })
  }

  item(name: string): Locator {
    return this.tree.getByRole('button', { name: new RegExp(`(^|\\s)${name}$`) })
  }

  row(name: string): Locator {
    return this.tree.getByRole('row').filter({ hasText: name })
  }

  async select(name: string): Promise<void> {
    await this.item(name).click()
    await this.side.getByRole('heading', { name }).waitFor()
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: '搜索事项或处室' }).fill(words)
  }

  async press(button: string): Promise<void> {
    await this.side.getByRole('button', { name: button, exact: true }).click()
  }

  async revise(name: string, committed: string, order: Order): Promise<void> {
    await this.select(name)
    await this.press('调整目标')
    await this.side.getByLabel('确保').fill(committed)
    await this.fillOrder(this.side, order)
    await this.press('保存调整')
    await this.side.getByRole('button', { name: '调整目标', exact: true }).waitFor()
  }

  async addMeasure(programme: string, measure: { name: string; lead: string }, order: Order): Promise<void> {
    await this.select(programme)
    await this.page.getByRole('button', { name: '新增', exact: true }).click()
    await this.page.getByRole('menuitem', { name: '本行动的举措' }).click()
    const form = this.side.getByRole('form', { name: '新增举措' })
    await form.getByLabel('名称').fill(measure.name)
    await chooseIn(this.page, form.getByLabel('牵头处室'), measure.lead)
    await this.fillOrder(form, order)
    await this.press('保存调整')
    await form.waitFor({ state: 'hidden' })
  }

  /** 拆分: the parts that take an item's place, with their targets for what is left of the year. */
  async split(
    name: string,
    parts: readonly { readonly name: string; readonly committed: string }[],
    order: Order,
  ): Promise<void> {
    await this.select(name)
    await this.press('拆分')
    const form = this.side.getByRole('form', { name: `拆分：${name}` })
    for (const [at, part] of parts.entries()) {
      const fields = form.getByRole('group', { name: `第${at + 1}项` })
      await fields.getByLabel('名称').fill(part.name)
      await fields.getByLabel(/^本年目标/).fill(part.committed)
    }
    await this.fillOrder(form, order)
    await this.press('保存调整')
    await form.waitFor({ state: 'hidden' })
  }

  /** Opens the form of an item; `setCurve` and `typeCurve` fill in its 序时计划, `saveAmendment` saves it. */
  async edit(name: string): Promise<void> {
    await this.select(name)
    await this.press('修改')
  }

  async setCurve(kind: '按月均分' | '从生效月起均分' | '按季分步'): Promise<void> {
    await chooseIn(this.page, this.side.getByLabel('计划方式'), kind)
  }

  curveMonth(month: number): Locator {
    return this.side.getByRole('textbox', { name: `${month}月累计应达` })
  }

  async saveAmendment(order: Order): Promise<void> {
    await this.fillOrder(this.side, order)
    await this.press('保存调整')
    await this.side.getByRole('button', { name: '修改', exact: true }).waitFor()
  }

  /** In a draft. */
  async assignLead(name: string, lead: string): Promise<void> {
    await this.select(name)
    await this.press('修改')
    await chooseIn(this.page, this.side.getByLabel('牵头处室'), lead)
    await this.press('保存')
    await this.side.getByRole('button', { name: '修改', exact: true }).waitFor()
  }

  async fillOrder(form: Locator, { from, reason, documentNumber }: Order): Promise<void> {
    await chooseIn(this.page, form.getByLabel('生效月份'), from)
    await form.getByLabel('原因').fill(reason)
    if (documentNumber !== undefined) await form.getByLabel('文号').fill(documentNumber)
  }

  /** 结转, and every place that was only carried over looked at. */
  async rollOver(year: number): Promise<void> {
    await this.page.getByRole('button', { name: `结转${year}年` }).click()
    const places = this.page.getByRole('status').filter({ hasText: '待核' })
    await places.waitFor()
    for (let left = await places.getByRole('button').count(); left > 0; left -= 1) {
      await places.getByRole('button').first().click()
      await this.press('已核对')
      await places.getByText(`待核${left}处`).waitFor({ state: 'hidden' })
    }
  }

  /** One of the plans of the month, or a draft. */
  async choosePlan(label: string): Promise<void> {
    await chooseIn(this.page, this.page.getByRole('combobox', { name: '要点', exact: true }), label)
  }

  /** The line of 变更记录 that says so. */
  amendment(words: string): Locator {
    return this.history.getByRole('listitem').filter({ hasText: words })
  }

  /** Asks for 撤回 and answers the dialog, still open where it was refused. */
  async withdraw(words: string, reason: string): Promise<Locator> {
    await this.amendment(words).getByRole('button', { name: /^撤回/ }).click()
    const dialog = this.page.getByRole('dialog', { name: '撤回这条调整' })
    await dialog.getByLabel('撤回原因').fill(reason)
    await dialog.getByRole('button', { name: '撤回' }).click()
    return dialog
  }

  async chooseFile(name: string, buffer: Buffer): Promise<void> {
    await this.page.getByLabel('选择要点文件').setInputFiles({ name, mimeType: '', buffer })
  }

  async importFile(name: string, plan: unknown): Promise<void> {
    await this.chooseFile(name, Buffer.from(JSON.stringify(plan)))
    await this.page.getByText('已导入为草稿').waitFor()
  }

  /** Asks for 启用 and answers the dialog, still open. */
  async putInForce(): Promise<Locator> {
    await this.page.getByRole('button', { name: '启用', exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: '启用这份要点' })
    await dialog.getByRole('button', { name: '启用' }).click()
    return dialog
  }
}

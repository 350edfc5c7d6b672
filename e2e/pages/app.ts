// The frame around every page: tabs, month, department, person, saved state.
import type { Locator, Page } from '@playwright/test'
import { BulletinPage } from './bulletin-page.ts'
import { EntryPage } from './entry-page.ts'
import { FirstStartPage } from './first-start-page.ts'
import { OverviewPage } from './overview-page.ts'
import { PlanPage } from './plan-page.ts'
import { SettingsPage } from './settings-page.ts'
import { SubmissionsPage } from './submissions-page.ts'

export class App {
  readonly page: Page
  readonly saved: Locator
  readonly firstStart: FirstStartPage
  readonly entry: EntryPage
  readonly overview: OverviewPage
  readonly submissions: SubmissionsPage
  readonly bulletin: BulletinPage
  readonly plan: PlanPage
  readonly settings: SettingsPage

  constructor(page: Page) {
    this.page = page
    this.saved = page.getByRole('banner').getByRole('status')
    this.firstStart = new FirstStartPage(page)
    this.entry = new EntryPage(page)
    this.overview = new OverviewPage(page)
    this.submissions = new SubmissionsPage(page)
    this.bulletin = new BulletinPage(page)
    this.plan = new PlanPage(page)
    this.settings = new SettingsPage(page)
  }

  async openExample(): Promise<void> {
    await this.firstStart.openExample()
    await this.page.getByText('示例数据', { exact: true }).waitFor()
  }

  async goTo(tab: '本月填报' | '总览' | '报送' | '例会通报' | '工作要点' | '设置'): Promise<void> {
    await this.page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: tab }).click()
  }

  async chooseMonth(title: string): Promise<void> {
    await this.#chooseIn(this.page.getByRole('combobox', { name: '月份' }), title)
  }

  async chooseDepartment(name: string): Promise<void> {
    await this.#chooseIn(this.page.getByRole('combobox', { name: '处室' }), name)
  }

  /** 请选择由谁操作: goes in as the first person of a store that is there already. */
  async enterAsFirst(): Promise<void> {
    await this.page.getByRole('button', { name: '进入', exact: true }).click()
    await this.actorButton().waitFor()
  }

  async actAs(name: string): Promise<void> {
    await this.actorButton().click()
    await this.page.getByRole('menuitem', { name: new RegExp(`· ${name}`) }).click()
    await this.actorButton(name).waitFor()
  }

  async addPerson(person: { name: string; role: string; department: string }): Promise<void> {
    await this.actorButton().click()
    await this.page.getByRole('menuitem', { name: '添加人员…' }).click()
    const dialog = this.page.getByRole('dialog', { name: '添加人员' })
    await dialog.getByLabel('姓名').fill(person.name)
    await this.#chooseIn(dialog.getByLabel('身份'), person.role)
    await this.#chooseIn(dialog.getByLabel('所在处室'), person.department)
    await dialog.getByRole('button', { name: '添加' }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  async reload(): Promise<void> {
    await this.page.reload()
  }

  /** How far the page is wider than the window; 0 means no sideways scrolling. */
  sidewaysOverflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
  }

  /** 处室 · 姓名, of whoever acts or of this person */
  actorButton(name?: string): Locator {
    return this.page
      .getByRole('banner')
      .getByRole('button', { name: name === undefined ? / · / : new RegExp(`· ${name}`) })
  }

  async #chooseIn(select: Locator, option: string): Promise<void> {
    const list = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    await select.click()
    await list.locator('.ant-select-item-option', { hasText: new RegExp(`^${option}$`) }).click()
    await list.waitFor({ state: 'hidden' })
  }
}

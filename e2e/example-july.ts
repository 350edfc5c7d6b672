// 科研处's July in the example: open, and nothing filled in yet. Its figures, in the order of the page.
import type { App } from './pages/app.ts'

export const CENTRES = '新建市级企业工程技术研究中心'
export const CONTRACTS = '技术合同登记额'
export const INSTITUTES = '新建市级以上企业研发机构'
export const RESULTS = '重大科技成果转化项目'
export const SHARE = '技术合同登记额占GDP比重'

export async function openExampleJuly(app: App): Promise<void> {
  await app.openExample()
  await app.actAs('王敏')
  await app.chooseMonth('2020年7月')
}

// What people see when the data folder is no longer what was written into it.
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from './fixtures.ts'
import { command } from './hosts.ts'
import type { App } from './pages/app.ts'

function damage(dataFolder: string, sql: string): void {
  const db = new DatabaseSync(join(dataFolder, 'yaodian.db'))
  db.exec(sql)
  db.close()
}

async function enter(app: App): Promise<App> {
  await app.page.getByRole('button', { name: '进入' }).click()
  return app
}

test('a summary that does not follow from the entries is told above every page soon after opening', async ({
  dataFolder,
  open,
}) => {
  await command(dataFolder, 'init', '--at', '2020-01-02')
  damage(
    dataFolder,
    "INSERT INTO submission (month, department, state, times_returned) VALUES ('2020-01', 'keyan', 'accepted', 0)",
  )
  const { page } = await enter(await open())
  const banner = page.getByRole('alert').filter({ hasText: '打开时的检查发现台账和原来写入的不一致' })
  await expect(banner).toContainText('用最近的备份恢复')
  await banner.getByText(/具体位置（\d+处/).click()
  await expect(banner.getByText('汇总表submission多出或写错了一行').first()).toBeVisible()
})

test('a changed entry is told instead of the figures that would follow from it', async ({
  dataFolder,
  open,
}) => {
  await command(dataFolder, 'init', '--at', '2020-01-02')
  damage(
    dataFolder,
    `DROP TRIGGER journal_refuses_update;
     UPDATE journal SET body = replace(body, '2020年全市', '2021年全市') WHERE kind = 'plan-put-in-force'`,
  )
  const { page } = await enter(await open())
  // The check behind the opening may have put its banner above the page by then.
  const refused = page.getByRole('main').getByRole('alert')
  await expect(refused).toContainText('台账文件已损坏或不是本软件的文件')
  await expect(refused).toContainText('的内容与校验值不符')
})

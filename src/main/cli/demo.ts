// `npm run demo`: a data folder with the example plan and half a year of made-up progress, and its June bulletin.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeFolders } from '../../storage/make-folders.ts'
import { exportFolder } from '../export-folder.ts'
import { askOnce } from './command-service.ts'

/** After the story's last act, so that the issue is always frozen at the same moment. */
const BULLETIN_AT = '2020-07-02T09:00'

export async function makeDemo(out: string): Promise<{ data: string; bulletin: string }> {
  const folder = resolve(out)
  const data = join(folder, 'data')
  makeFolders(folder)
  if (!existsSync(join(data, 'yaodian.db')))
    await askOnce('store.openExample', {}, { data }, { exampleFolder: data })
  const bulletin = await askOnce(
    'bulletin.export',
    { month: '2020-06' },
    { data, at: BULLETIN_AT },
    { exports: exportFolder(folder) },
  )
  return { data, bulletin: bulletin.place }
}

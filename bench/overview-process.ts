// 总览 as the service answers it, packages loaded before; prints the milliseconds it took. `first-look`: the window's
// first three questions, the opening of the store among them; `overview`: the last of them alone, nothing of the
// year read before.
import { join } from 'node:path'
import '../src/application/create-api.ts'
import { composeService } from '../src/main/compose-service.ts'
import { STORE_FILE } from '../src/storage/open-store.ts'
import { forgetFile, loadDatabase } from './cold-file.ts'
import { monthName } from './sample-entries.ts'

const [what, place = ''] = process.argv.slice(2)
const nobody = { actor: null }
const service = composeService({ dataFolder: place, mode: 'window' })
const askFirst = async () => {
  await service.call('session.read', {}, nobody)
  await service.call('plan.timeline', {}, nobody)
}

loadDatabase()
if (what === 'overview') await askFirst()
forgetFile(join(place, STORE_FILE))
const began = performance.now()
if (what === 'first-look') await askFirst()
const answer = await service.call('overview.read', { month: monthName(12) }, nobody)
const text = JSON.stringify(answer)
const took = performance.now() - began
if (!answer.ok || !text.includes('"id":"p9"')) throw new Error(text.slice(0, 200))
service.close()
console.info(took)

// Entry: the thread that checks one store, started anew for each check.
import { parentPort, workerData } from 'node:worker_threads'
import { answering } from '../application/answering.ts'
import { accept } from '../core/outcome.ts'
import { storeFolder } from '../storage/open-store.ts'

const place: unknown = workerData
if (typeof place === 'string') parentPort?.postMessage(await answering(() => check(place)))

function check(folder: string) {
  const journal = storeFolder(folder, { owner: 'command' }).open('read')
  try {
    return accept(journal.verify())
  } finally {
    journal.close()
  }
}

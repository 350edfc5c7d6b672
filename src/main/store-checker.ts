// Entry: the process that checks one store.
import { answering } from '../application/answering.ts'
import { accept } from '../core/outcome.ts'
import { storeFolder } from '../storage/open-store.ts'
import { serveParent } from './helpers/serve-parent.ts'

serveParent(async (place, say) => say(await answering(() => check(place as string))))

function check(folder: string) {
  const journal = storeFolder(folder, { owner: 'command' }).open('read')
  try {
    return accept(journal.verify())
  } finally {
    journal.close()
  }
}

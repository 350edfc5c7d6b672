// Opens the store when told to, says whether it owns it, and keeps it until its input ends.
import { RefusedError } from '../../src/core/refused-error.ts'
import { storeFolder } from '../../src/storage/open-store.ts'

const [place = ''] = process.argv.slice(2)

function open(): void {
  try {
    const journal = storeFolder(place, { owner: 'window' }).open('write')
    process.stdin.on('end', () => journal.close())
    console.log('owner')
  } catch (error) {
    console.log(error instanceof RefusedError ? error.rejection.code : String(error))
  }
}

process.stdin.once('data', open)
console.log('ready')

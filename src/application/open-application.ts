// The application in two steps: a window's first question is answered before anything else is loaded or
// folded; the rest follows behind that answer. What people wait for at the start is the first page, not the whole
// contract and not the year's figures.
import { answering } from './answering.ts'
import { CallContext } from './call-context.ts'
import { readSession } from './calls/read-session.ts'
import type { Api, Calls } from './create-api.ts'
import type { Ports } from './ports.ts'
import { RunningExports } from './running-exports.ts'
import { StoreShelf } from './store-shelf.ts'

/** Milliseconds without a question after which figures are read ahead. */
const QUIET_MS = 400

/** `access` 'read' opens stores beside another owner and refuses to write. */
export function openApplication(ports: Ports, access: 'read' | 'write'): Api {
  const shelf = new StoreShelf(ports, access)
  const exports = new RunningExports()
  const application = { ports, shelf, exports }
  let whole: Promise<Calls> | null = null
  let readingAhead: NodeJS.Timeout | null = null
  const loadWhole = () => {
    whole ??= import('./create-api.ts').then(({ createApi }) => createApi(application))
    return whole
  }
  const getReady = () => {
    // What goes wrong here goes wrong again, and is told, when somebody asks.
    if (whole !== null) return
    loadWhole().catch(ignore)
    // Folding a large year takes a moment in which nobody is answered. The first pages need no figures of their own,
    // so they are not made to wait for it.
    readingAhead = setTimeout(() => shelf.readAhead(), QUIET_MS).unref()
  }
  const answerFirst = async (context: CallContext) => {
    const answer = await answering(() => readSession(context))
    // Once the answer is on its way: while the page draws it, or a person says who they are.
    setImmediate(getReady)
    return answer
  }
  return {
    call: async (name, input, session) => {
      readingAhead?.refresh()
      return name === 'session.read' && isEmptyRecord(input)
        ? answerFirst(new CallContext(application, session))
        : (await loadWhole()).call(name, input, session)
    },
    ask: async (name, input, session) => (await loadWhole()).ask(name, input, session),
    close: () => {
      if (readingAhead !== null) clearTimeout(readingAhead)
      exports.stopAll()
      shelf.close()
    },
  }
}

const ignore = () => undefined

/** What the first question's schema asks for, without the schemas. */
function isEmptyRecord(input: unknown): boolean {
  return (
    typeof input === 'object' && input !== null && !Array.isArray(input) && Object.keys(input).length === 0
  )
}

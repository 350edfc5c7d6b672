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

/** `access` 'read' opens stores beside another owner and refuses to write. */
export function openApplication(ports: Ports, access: 'read' | 'write'): Api {
  const shelf = new StoreShelf(ports, access)
  const exports = new RunningExports()
  const application = { ports, shelf, exports }
  let whole: Promise<Calls> | null = null
  const loadWhole = () => {
    whole ??= import('./create-api.ts').then(({ createApi }) => createApi(application))
    return whole
  }
  const getReady = () => {
    // What goes wrong here goes wrong again, and is told, when somebody asks.
    if (whole === null) void loadWhole().then(() => shelf.readAhead(), ignore)
  }
  const answerFirst = async (context: CallContext) => {
    const answer = await answering(() => readSession(context))
    // Once the answer is on its way: while the page draws it, or a person says who they are.
    setImmediate(getReady)
    return answer
  }
  return {
    call: async (name, input, session) =>
      name === 'session.read' && isEmptyRecord(input)
        ? answerFirst(new CallContext(application, session))
        : (await loadWhole()).call(name, input, session),
    ask: async (name, input, session) => (await loadWhole()).ask(name, input, session),
    close: () => {
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

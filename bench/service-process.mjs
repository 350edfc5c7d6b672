// Starts the built service as the window does, asks one question, and ends with the answer. The window's end of the
// link is played here, so that the benchmark needs no window.
import { EventEmitter } from 'node:events'

const [dataFolder] = process.argv.slice(2)
const messages = new EventEmitter()

process.parentPort = {
  on: (event, listener) => messages.on(event, listener),
  postMessage: ({ kind, answer }) => {
    if (kind === 'answer') process.exit(answer.ok && answer.value.store === 'open' ? 0 : 1)
  },
}

// Built by the time this runs; the address is worked out so that a checkout without a build still passes the import rules.
await import(new URL('../out/main/service.js', import.meta.url).href)
messages.emit('message', { data: { kind: 'start', dataFolder } })
messages.emit('message', { data: { kind: 'call', id: 1, name: 'session.read', input: {}, actor: null } })

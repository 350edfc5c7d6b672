// A service that writes down what reaches it, for tests about what a host lets through.
import type { Session } from '../../src/application/session.ts'
import type { Answer } from '../../src/contract/api.ts'

export interface StandInService {
  readonly calls: { readonly name: string; readonly input: unknown; readonly actor: string | null }[]
  isClosed: boolean
  call(name: string, input: unknown, session: Session): Promise<Answer>
  close(): void
}

/** Answers every call with its own name and input; session.actAs changes who acts. */
export function standInService(): StandInService {
  return {
    calls: [],
    isClosed: false,
    async call(name, input, session) {
      this.calls.push({ name, input, actor: session.actor })
      if (name === 'session.actAs') session.actor = JSON.stringify(input)
      return { ok: true, value: { name, input, actor: session.actor } }
    },
    close() {
      this.isClosed = true
    },
  }
}

// Stores with figures in them, made by the command line once for all stories of a worker; each story has its own copy.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from './hosts.ts'

export interface Preparation {
  /** one name, one content */
  readonly name: string
  /** writes the files it needs into a folder and answers the command lines that make a store of them */
  readonly commands: (folder: string) => readonly (readonly string[])[]
}

export class PreparedStores {
  readonly #folder = mkdtempSync(join(tmpdir(), 'yaodian-prepared-'))
  readonly #ready = new Set<string>()

  async copyTo(dataFolder: string, { name, commands }: Preparation): Promise<void> {
    const store = join(this.#folder, name)
    if (!this.#ready.has(name)) {
      rmSync(store, { recursive: true, force: true })
      const files = join(this.#folder, `${name}-files`)
      mkdirSync(files, { recursive: true })
      for (const words of commands(files)) await command(store, ...words)
      this.#ready.add(name)
    }
    cpSync(store, dataFolder, { recursive: true })
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

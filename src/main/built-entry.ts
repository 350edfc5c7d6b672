// Where the code of another process lies: beside the built program, or its source where that runs unbuilt.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** `name` without its ending, as in the build's list of entries. */
export function builtEntry(name: string): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    for (const file of [`${name}.js`, `${name}.ts`]) {
      const entry = join(folder, file)
      if (existsSync(entry)) return entry
    }
    if (dirname(folder) === folder) throw new Error(`${name} is missing beside the program`)
  }
}

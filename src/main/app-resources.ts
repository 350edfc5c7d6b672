// Files that ship with the program (resources/), found beside the built code.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The nearest folder above this module that holds resources/: the checkout, or the packaged application. */
function resourcesFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'resources', 'example-plan.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('resources/ is missing beside the program')
    folder = parent
  }
  return join(folder, 'resources')
}

export function readResource(name: 'example-plan.json' | 'example-story.json'): string {
  return readFileSync(join(resourcesFolder(), name), 'utf8')
}

// Which modules the bundler puts into one file: everything the service needs for its first answer. Left to itself
// it makes eight files of them, and each file is found, read and linked by itself: 4 ms of a start.
import { normalizePath, type Rolldown } from 'vite'

/** A name for the modules that belong there, null for all others; `main` is the folder src/main. */
export function startChunk(main: string): Rolldown.CodeSplittingNameFunction {
  const known = new WeakMap<Rolldown.ChunkingContext, ReadonlySet<string>>()
  return (module, context) => {
    const members = known.get(context) ?? membersOf(main, context)
    known.set(context, members)
    return members.has(module) ? 'start' : null
  }
}

/** The window's own process has no service: what it shares with it stays outside, or it would load the database. */
function membersOf(main: string, context: Rolldown.ChunkingContext): ReadonlySet<string> {
  const service = normalizePath(`${main}/service.ts`)
  const members = neededBy(service, context)
  for (const module of neededBy(normalizePath(`${main}/index.ts`), context)) members.delete(module)
  members.delete(service)
  return members
}

/** The module with all it imports at once, and what those import. */
function neededBy(root: string, context: Rolldown.ChunkingContext): Set<string> {
  const found = new Set([root])
  for (const module of found)
    for (const imported of context.getModuleInfo(module)?.importedIds ?? []) found.add(imported)
  return found
}

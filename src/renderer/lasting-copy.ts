// What is typed and not saved must outlive a killed browser. localStorage is read and written at once, but Chromium
// puts it into its file only every few seconds; IndexedDB stands in its file as soon as a transaction is complete, but
// is read with waiting. So every such change goes to both, and each opening of the program lets the newer one win.

const DATABASE = 'yaodian'
const STORE = 'remembered'
/** Where both keep the number of their newest change. */
const STAMP = 'lasting-stamp'
/** How long a page waits for a profile that does not answer: what was saved needs none of this. */
const PATIENCE_MS = 5000

/** Keys of what is typed: cells, their undo, the bulletin's words. */
const FAMILIES = ['draft/', 'undo/', 'bulletin-text/'] as const

export function isLasting(key: string): boolean {
  return FAMILIES.some((start) => key.startsWith(start))
}

let database: IDBDatabase | null = null
let recovery: Promise<void> | null = null

/** Before anything typed is looked for; answers once, also where the profile keeps nothing. `area`: localStorage, whose keys begin with `prefix`. */
export function recoverLasting(area: Storage, prefix: string): Promise<void> {
  recovery ??= Promise.race([
    recover(area, prefix).catch(() => undefined),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ])
  return recovery
}

/** The change has been written to `area` and goes to the copy; null = forgotten. */
export function copyLasting(
  area: Storage,
  prefix: string,
  change: { key: string; text: string | null },
): void {
  const stamp = Math.max(Date.now(), stampOf(area, prefix) + 1)
  area.setItem(prefix + STAMP, String(stamp))
  if (database === null) return
  const store = writing(database)
  if (change.text === null) store.delete(change.key)
  else store.put(change.text, change.key)
  store.put(stamp, STAMP)
  store.transaction.commit()
}

async function recover(area: Storage, prefix: string): Promise<void> {
  database = await opened()
  const copy = await contentsOf(database)
  const copied = Number(copy.get(STAMP) ?? 0)
  const here = stampOf(area, prefix)
  const keys = Object.keys(area)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
    .filter(isLasting)
  if (copied > here) {
    for (const key of keys) if (!copy.has(key)) area.removeItem(prefix + key)
    for (const [key, text] of copy) if (typeof text === 'string') area.setItem(prefix + key, text)
    area.setItem(prefix + STAMP, String(copied))
  } else if (copied < here) {
    const store = writing(database)
    store.clear()
    for (const key of keys) store.put(area.getItem(prefix + key), key)
    store.put(here, STAMP)
    store.transaction.commit()
  }
}

function stampOf(area: Storage, prefix: string): number {
  return Number(area.getItem(prefix + STAMP) ?? 0)
}

function writing(db: IDBDatabase): IDBObjectStore {
  return db.transaction(STORE, 'readwrite').objectStore(STORE)
}

function opened(): Promise<IDBDatabase> {
  const asked = indexedDB.open(DATABASE, 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
  return answered(asked)
}

async function contentsOf(db: IDBDatabase): Promise<ReadonlyMap<string, unknown>> {
  const store = db.transaction(STORE, 'readonly').objectStore(STORE)
  const [keys, values] = await Promise.all([answered(store.getAllKeys()), answered(store.getAll())])
  return new Map(keys.map((key, at) => [String(key), values[at] as unknown]))
}

function answered<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('the profile keeps nothing'))
  })
}

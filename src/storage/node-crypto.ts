// Node's hashes take a fifth of the service's start to load, and opening a store hashes nothing: whoever hashes
// first loads them.

type NodeCrypto = typeof import('node:crypto')

let loaded: NodeCrypto | null = null

export function nodeCrypto(): NodeCrypto {
  loaded ??= process.getBuiltinModule('node:crypto')
  return loaded
}

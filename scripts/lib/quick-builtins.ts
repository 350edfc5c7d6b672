// A plugin of the bundler. `import { … } from 'node:fs'` makes Node read every property of the module once, which
// loads streams, promises and readline with it: 3 ms at each start. Asked for by name, only the module itself is
// loaded. Sources keep their imports; this changes what is built.

const IMPORT = /^import (?:([\w$]+)(?:, | ))?(?:\{([^}]*)\} )?from "(node:[\w/]+)";$/gm

export function quickBuiltins() {
  return { name: 'quick-builtins', renderChunk: (code: string) => code.replace(IMPORT, declarations) }
}

function declarations(
  _whole: string,
  asDefault: string | undefined,
  names: string | undefined,
  module: string,
): string {
  const found = `process.getBuiltinModule("${module}")`
  return [
    ...(asDefault === undefined ? [] : [`const ${asDefault} = ${found};`]),
    ...(names === undefined ? [] : [`const {${names.replaceAll(' as ', ': ')}} = ${found};`]),
  ].join(' ')
}

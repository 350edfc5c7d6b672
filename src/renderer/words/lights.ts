import type { Light } from '../../core/measuring/status.ts'

/** What a light is called in a count, where the greys are not told apart. */
export const LIGHT_NAMES: Readonly<Record<Light, string>> = {
  blue: '已完成',
  green: '正常',
  yellow: '滞后',
  red: '严重滞后',
  grey: '未评',
}

export const LIGHT_ORDER: readonly Light[] = ['blue', 'green', 'yellow', 'red', 'grey']

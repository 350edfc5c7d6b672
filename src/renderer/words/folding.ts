/** The panel at the side, where the page has no room for it. */
export const folding = {
  open: '展开说明',
  openHint: '打开右边的说明（F1）',
  fold: '收起说明',
} as const

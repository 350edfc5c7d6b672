export const evidence = {
  title: '佐证材料',
  of: (name: string) => `${name}，佐证材料`,
  add: '添加文件',
  addTo: (name: string) => `添加文件：“${name}”的佐证材料`,
  dropHint: '也可以把文件拖到这一行上。',
  open: (name: string) => `打开${name}`,
  opened: (name: string, place: string) => `已交给电脑上的程序打开“${name}”；文件存在 ${place}`,
  remove: '移除',
  removeOf: (name: string) => `移除${name}`,
  removeHint: '只从这一项里移除，文件仍留在数据文件夹里。',
  adding: '正在添加…',
  tooLarge: (name: string) => `“${name}”超过20MB，没有收下，请压缩或拆分后再添加。`,
  unreadable: (name: string) => `读不出“${name}”，请确认它没有被别的程序占用，再添加一次。`,
  size: (bytes: number) =>
    bytes < 1024
      ? `${bytes}字节`
      : bytes < 1024 * 1024
        ? `${Math.ceil(bytes / 1024)}KB`
        : `${(bytes / 1024 / 1024).toFixed(1)}MB`,
} as const

import type { MenuItemConstructorOptions } from 'electron'

/** The window's menu. What the product does is on its screens; here are only the things every window has. */
export function windowMenu(platform: NodeJS.Platform, hasDevTools: boolean): MenuItemConstructorOptions[] {
  const developer: MenuItemConstructorOptions[] = hasDevTools
    ? [{ type: 'separator' }, { role: 'toggleDevTools', label: '开发者工具' }]
    : []
  return [
    ...(platform === 'darwin' ? [APPLICATION] : []),
    {
      label: '编辑',
      submenu: [
        { role: 'undo', label: '撤销' },
        { role: 'redo', label: '重做' },
        { type: 'separator' },
        { role: 'cut', label: '剪切' },
        { role: 'copy', label: '复制' },
        { role: 'paste', label: '粘贴' },
        { role: 'selectAll', label: '全选' },
      ],
    },
    {
      label: '视图',
      submenu: [
        { role: 'zoomIn', label: '放大' },
        { role: 'zoomOut', label: '缩小' },
        { role: 'resetZoom', label: '实际大小' },
        { type: 'separator' },
        { role: 'togglefullscreen', label: '全屏' },
        ...developer,
      ],
    },
    {
      label: '窗口',
      submenu: [
        { role: 'minimize', label: '最小化' },
        { role: 'close', label: '关闭' },
      ],
    },
  ]
}

const APPLICATION: MenuItemConstructorOptions = {
  label: '要点台账',
  submenu: [
    { role: 'about', label: '关于要点台账' },
    { type: 'separator' },
    { role: 'quit', label: '退出要点台账' },
  ],
}

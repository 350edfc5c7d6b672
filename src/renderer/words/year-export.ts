import type { ExportProgress } from '../../contract/long-export-calls.ts'

const number = new Intl.NumberFormat('zh-CN')

export const yearExport = {
  start: '导出全年台账',
  hint: (year: number) =>
    `把${year}年各月的进度、县区园区分解、处室汇总和全部明细导出成一个工作簿，可另行排序、筛选。`,
  running: (year: number) => `正在导出${year}年全年台账`,
  stage: ({ stage, done, total }: Pick<ExportProgress, 'stage' | 'done' | 'total'>) =>
    stage === 'reading'
      ? '正在读取台账…'
      : stage === 'tables'
        ? '正在整理各表…'
        : total === 0
          ? '正在写入…'
          : `已写${number.format(done)}行，共${number.format(total)}行`,
  meanwhile: '导出时可以照常使用其他页面。',
  cancel: '取消导出',
  cancelled: '已取消导出，没有留下文件。',
  exported: (fileName: string) => `已导出：${fileName}`,
  exportedPlace: (place: string) => `保存在：${place}`,
  openFolder: '打开所在文件夹',
  folderAt: (place: string) => `导出的文件在：${place}`,
}

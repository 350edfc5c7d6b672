export const charts = {
  toTable: '切换为表格',
  toChart: '切换为图',
  savePicture: '导出图片',
  saveData: '导出数据',
  savedAt: (place: string) => `已保存在：${place}`,
  notDrawnYet: '图还没有画好，请稍等再导出。',
}

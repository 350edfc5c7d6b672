import { FIELD_TITLES, type FormField } from '../../core/forms/form-fields.ts'

/** 本月数, 本月进展 …: the heading of the form's column. */
export function fieldTitle(isMeasure: boolean, field: FormField): string {
  return FIELD_TITLES[isMeasure ? 'measures' : 'indicators'][field] ?? field
}

export const forms = {
  export: '导出填报表',
  exportHint: '导出 Excel 填报表，可以发给别人填，再导入回来',
  import: '导入填报表',
  importHint: '导入填好的 Excel 填报表，逐条核对后录入',
  exporting: '正在生成填报表…',
  exported: (fileName: string) => `已导出：${fileName}`,
  exportedPlace: (place: string) => `保存在：${place}`,
  openFolder: '打开文件夹',
  title: (department: string, month: string) => `导入填报表：${department}${month}`,
  drop: '把填好的填报表（.xlsx）拖到这里，或点这里选文件',
  dropHint: '只列出改动，由您逐条核对；确认以前台账不会变。文件不超过7MB。',
  reading: (fileName: string) => `正在读取“${fileName}”…`,
  notXlsx: '请选 .xlsx 文件。',
  tooLarge: '文件超过7MB，请删去无关的工作表和图片，另存后再导入。',
  oneFile: '一次只能导入一个文件。',
  unreadableFile: '没有读出这个文件，请检查它是否还在原来的位置，再选一次。',
  other: '换一个文件',
  nothing: '这份填报表和台账一致，没有要录入的改动。',
  nothingTaken: '没有读到可以录入的改动，请看下面没有读入的内容。',
  changes: (count: number, chosen: number, unread: number) =>
    `改动${count}处，已选${chosen}处${unread === 0 ? '' : `；另有${unread}处没有读入，列在下面`}`,
  unread: (count: number) => `没有读入${count}处`,
  unreadHint: '以下内容没有读懂或不属于填报栏，不会录入。请在填报表里改好再导入，或直接在页面上填。',
  unreadNone: '表里的内容都读懂了。',
  columns: {
    item: '项目',
    field: '栏目',
    from: '台账里现在是',
    to: '改成',
    cell: '位置',
    remark: '提醒',
    text: '表里写的是',
    reason: '原因',
  },
  showMore: (count: number) => `再显示${count}处`,
  notShown: (count: number) => `还有${count}处没有显示。`,
  changesNotShown: (count: number) => `还有${count}处没有显示，其中选中的也会录入。`,
  choose: (name: string, field: string) => `录入“${name}”的${field}`,
  chooseAll: '全选',
  blank: '（空）',
  place: (sheet: string, cell: string) => (cell === '' ? sheet : `${sheet} ${cell}`),
  reason: '更正原因',
  reasonText: '这个月已经报送或审核，录入就是更正：原来的审核即告失效，改好后要重新报送。请写明原因。',
  reasonHint: '例如：名单核对后核减2家',
  apply: (count: number) => `录入选中的${count}处改动`,
  applied: (count: number) => `已录入${count}处改动。`,
  close: '关闭',
}

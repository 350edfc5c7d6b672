import type { Role } from '../../core/journal/journal-entry.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: '填报员',
  head: '处长',
  office: '办公室',
  leader: '局领导',
}

export const common = {
  productName: '要点台账',
  disconnected:
    '与本机服务的连接断开了，请稍后再试一次；仍不行请重新打开“要点台账”。已填内容还在，重新打开后会恢复。',
  retry: '重试',
  cancel: '取消',
  close: '关闭',
  loading: '正在读取…',
  refusedTitle: '没有办成',
  readFailedTitle: '没有读出来',
  placesTitle: '具体位置：',
  morePlaces: (count: number) => `另有${count}处，改正以上各处后会继续列出。`,
  whyThisLight: '为什么是这个灯',
  noFigure: '—',
  planTitle: (title: string) => `《${title}》`,
  headlineTargets: '主要目标',
  programmeNumber: (number: number) => `行动${number}`,
  monthsOnly: (month: number) => `${month}月`,
  copied: '已复制，可以粘贴到微信、邮件或文档里。',
  chartMissing: '图没有读出来，请重新打开本页；表格和数据不受影响。',
  notCopied: '没有复制成功，请选中文字后按 Ctrl+C。',
}

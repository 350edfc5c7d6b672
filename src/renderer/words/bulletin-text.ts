import type { NumberSource } from '../../contract/bulletin-text-calls.ts'
import type { DraftChanges } from '../../core/reports/bulletin-text/moved-figures.ts'
import type { NumbersToCheck } from '../../core/reports/bulletin-text/traced-text.ts'

/** How many figures and clauses one notice names. */
const NAMED = 12

/** 新增国家高企累计 35→37；… 等9处 */
function someOf(all: readonly string[]): string {
  const named = all.slice(0, NAMED).join('；')
  return all.length > NAMED ? `${named}等${all.length}处` : named
}

function someNumbers(words: string, numbers: readonly string[]): string[] {
  return numbers.length === 0 ? [] : [`${words}：${numbers.join('、')}`]
}

export const bulletinText = {
  region: '通报文字',
  label: '通报正文，每段一行',
  drafted: '自动拟稿，数据与各表一致。可以直接修改，改后按“保存文字”。',
  edited: (author: string, time: string) => `${author}于 ${time} 改过，本期通报用改后的文字。`,
  frozen: '本期已冻结，文字不能再改。',
  readOnly: '另一个窗口正在使用台账，这里只能看。',
  unsaved: '有改动还没有保存',
  dataMoved: ({ figures, added, removed }: DraftChanges) =>
    [
      '修改之后数据有变化。',
      figures.length > 0
        ? `变了的数：${someOf(figures.map(({ label, before, after }) => `${label} ${before}→${after}`))}。`
        : '',
      added.length > 0 ? `拟稿现在写：${someOf(added.map((each) => `“${each}”`))}。` : '',
      removed.length > 0 ? `拟稿不再写：${someOf(removed.map((each) => `“${each}”`))}。` : '',
    ].filter((line) => line !== ''),
  checkText: '改过的文字没有动，请核对文字里的数，或恢复为自动拟稿后再改。',
  frozenText: '本期冻结的是改过的文字。',
  toCheck: ({ unknown, elsewhere, writtenOut }: NumbersToCheck) => [
    ...someNumbers('下列数字在各表里没有，请核对出处', unknown),
    ...someNumbers('下列数字在表里有相同的，但句中没有提到那一项，请核对', elsewhere),
    ...someNumbers('下列用汉字写的数，软件没有核对，请自行核对', writtenOut),
  ],
  save: '保存文字',
  saved: '文字已保存',
  restore: '恢复为自动拟稿',
  restored: '已恢复为自动拟稿',
  restoreTitle: '恢复为自动拟稿？',
  restoreText: '现在的文字会换成按最新数据拟的稿，改过的文字留在台账里，不再用于本期通报。',
  undo: '放弃改动',
  word: '导出 Word',
  wordDraft: '导出 Word（征求意见稿）',
  exported: (fileName: string) => `已导出：${fileName}`,
  trace: '逐数核对：点文中的数，看它的出处',
  traceSaved: '文字有改动还没有保存，保存以后再核对。',
  traceHint: '点上面文字里带下划线的数，这里写明它是哪个数、出自哪张表。',
  draftedNumber: (number: string) => `“${number}”是：`,
  namedNumber: (number: string) => `句子改过，“${number}”与句中提到的下列数相同，请核对说的是不是它：`,
  elsewhereNumber: (number: string) =>
    `“${number}”在表里有相同的数，但句中没有提到那一项，请核对是不是写错了地方：`,
  writtenOut: (number: string) => `“${number}”是用汉字写的数，软件没有核对，请自行核对。`,
  noSource: (number: string) => `“${number}”在各表里没有，请核对出处，或改成表里的数。`,
  sourceOf: ({ label, words: shown, source }: NumberSource) => `${label} ${shown}，出自${source}`,
  show: (sheet: string) => `查看${sheet}`,
}

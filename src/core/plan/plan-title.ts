// A plan's title inside our own words, whether or not somebody wrote its marks into it.

/** 2020年全市科技工作要点 */
export function bareTitle(title: string): string {
  return title.replace(/[《》]/g, '').trim()
}

/** 《2020年全市科技工作要点》 */
export function titleInMarks(title: string): string {
  return `《${bareTitle(title)}》`
}

// The order in which the schema (ECMA-376, dml-chart.xsd) lets elements stand inside a chart. Excel throws a chart
// away that breaks it, so the parts are checked against it, element by element.

const AXIS_HEAD = ['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title']
const AXIS_LOOK = [
  'numFmt',
  'majorTickMark',
  'minorTickMark',
  'tickLblPos',
  'spPr',
  'txPr',
  'crossAx',
  'crosses',
]
const LABEL = [
  'numFmt',
  'spPr',
  'txPr',
  'dLblPos',
  'showLegendKey',
  'showVal',
  'showCatName',
  'showSerName',
  'showPercent',
  'showBubbleSize',
]
const SERIES = ['idx', 'order', 'tx', 'spPr']

/** Element → the children it may have, in order. A series is named after the chart it stands in. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  chartSpace: ['date1904', 'lang', 'roundedCorners', 'chart', 'spPr', 'txPr'],
  chart: ['title', 'autoTitleDeleted', 'plotArea', 'legend', 'plotVisOnly', 'dispBlanksAs'],
  title: ['tx', 'layout', 'overlay', 'spPr', 'txPr'],
  plotArea: ['layout', 'barChart', 'lineChart', 'catAx', 'valAx', 'spPr'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'axId'],
  lineChart: ['grouping', 'varyColors', 'ser', 'dLbls', 'marker', 'axId'],
  'barChart/ser': [...SERIES, 'invertIfNegative', 'dPt', 'dLbls', 'cat', 'val'],
  'lineChart/ser': [...SERIES, 'marker', 'dPt', 'dLbls', 'cat', 'val', 'smooth'],
  dPt: ['idx', 'invertIfNegative', 'marker', 'bubble3D', 'spPr'],
  dLbls: ['dLbl', ...LABEL],
  dLbl: ['idx', 'delete'],
  strRef: ['f', 'strCache'],
  numRef: ['f', 'numCache'],
  strCache: ['ptCount', 'pt'],
  numCache: ['formatCode', 'ptCount', 'pt'],
  catAx: [...AXIS_HEAD, ...AXIS_LOOK, 'auto', 'lblAlgn', 'lblOffset', 'noMultiLvlLbl'],
  valAx: [...AXIS_HEAD, ...AXIS_LOOK, 'crossBetween', 'majorUnit', 'minorUnit'],
  scaling: ['logBase', 'orientation', 'max', 'min'],
  legend: ['legendPos', 'layout', 'overlay', 'spPr', 'txPr'],
  spPr: ['noFill', 'solidFill', 'pattFill', 'ln'],
  ln: ['noFill', 'solidFill', 'prstDash'],
}

/** What breaks the order; empty where all is well. */
export function chartOrderProblems(xml: string): string[] {
  const problems: string[] = []
  const open: { name: string; place: number; allowed: readonly string[] | undefined }[] = []
  for (const [, isEnd, prefixed = '', isEmpty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:]*)(?:\s[^>]*?)?(\/?)>/g,
  )) {
    const name = prefixed.replace(/^\w+:/, '')
    if (isEnd === '/') {
      open.pop()
      continue
    }
    const parent = open.at(-1)
    if (parent?.allowed !== undefined) {
      const place = parent.allowed.indexOf(name)
      if (place === -1) problems.push(`${parent.name} may not hold ${name}`)
      else if (place < parent.place) problems.push(`${name} stands too late in ${parent.name}`)
      parent.place = Math.max(parent.place, place)
    }
    const key = name === 'ser' ? `${parent?.name}/ser` : name
    if (isEmpty !== '/') open.push({ name, place: -1, allowed: CHILDREN[key] })
  }
  return problems
}

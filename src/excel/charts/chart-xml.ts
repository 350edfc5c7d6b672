// The part of one chart (xl/charts/chartN.xml). The order of elements is fixed by the schema; out of order, Excel
// "repairs" the file and throws the chart away.
import {
  AXIS_LOOK,
  barLook,
  CHART_LOOK,
  gridLook,
  letters,
  lightLook,
  lineLook,
  titleText,
} from './chart-look.ts'
import type { CachedRange, PlacedChart, PlacedSeries } from './placed-chart.ts'
import { escapeXml } from './xml-text.ts'

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
/** Ids of the two axes, needed only inside the part. */
const CATEGORY_AXIS = 111_111_111
const VALUE_AXIS = 222_222_222
const LABEL_SIZE = 9

export function chartXml(placed: PlacedChart): string {
  const { chart, series } = placed
  // A single series needs no legend: the title says what it is.
  const legend =
    series.length > 1
      ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${letters(LABEL_SIZE)}</c:legend>`
      : ''
  const plot = chart.kind === 'bar' ? barChart(placed) : lineChart(placed)
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}>` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>' +
    `${titleText(chart.title)}<c:autoTitleDeleted val="0"/>` +
    `<c:plotArea><c:layout/>${plot}${categoryAxis(placed)}${valueAxis(placed)}</c:plotArea>${legend}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `${CHART_LOOK}${letters(LABEL_SIZE)}</c:chartSpace>`
  )
}

function barChart({ categories, series }: PlacedChart): string {
  const parts = series.map(
    (each, index) =>
      `<c:ser>${seriesName(each, index)}${barLook(each.tone === 'plan' ? 'plan' : 'actual')}<c:invertIfNegative val="0"/>` +
      `${lightPoints(each)}${each.tone === 'plan' ? '' : valueLabels(each, 'outEnd')}${seriesData(categories, each)}</c:ser>`,
  )
  // Two series touch each other; a single one stands apart from its neighbours.
  const gap = series.length > 1 ? 45 : 60
  return `<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${parts.join('')}<c:gapWidth val="${gap}"/>${axisIds()}</c:barChart>`
}

function lineChart({ categories, series }: PlacedChart): string {
  const parts = series.map((each, index) => {
    const tone = each.tone === 'plan' ? 'plan' : 'actual'
    const marker = tone === 'plan' ? '<c:symbol val="none"/>' : '<c:symbol val="circle"/><c:size val="6"/>'
    return (
      `<c:ser>${seriesName(each, index)}${lineLook(tone)}<c:marker>${marker}</c:marker>` +
      `${tone === 'plan' ? '' : valueLabels(each, 't')}${seriesData(categories, each)}<c:smooth val="0"/></c:ser>`
    )
  })
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${parts.join('')}<c:marker val="1"/>${axisIds()}</c:lineChart>`
}

function axisIds(): string {
  return `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`
}

function seriesName({ name }: PlacedSeries, index: number): string {
  return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx>${textReference(name)}</c:tx>`
}

function lightPoints({ lights }: PlacedSeries): string {
  return lights
    .map(
      ({ index, light }) =>
        `<c:dPt><c:idx val="${index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${lightLook(light)}</c:dPt>`,
    )
    .join('')
}

function valueLabels({ gaps }: PlacedSeries, position: 'outEnd' | 't'): string {
  const hidden = gaps.map((index) => `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`).join('')
  return (
    `<c:dLbls>${hidden}<c:numFmt formatCode="General" sourceLinked="1"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>` +
    `${letters(LABEL_SIZE)}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>` +
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
  )
}

function seriesData(categories: CachedRange<string>, series: PlacedSeries): string {
  return `<c:cat>${textReference(categories)}</c:cat><c:val>${numberReference(series)}</c:val>`
}

function textReference({ address, count, points }: CachedRange<string>): string {
  const cache = points
    .map(({ index, value }) => `<c:pt idx="${index}"><c:v>${escapeXml(value)}</c:v></c:pt>`)
    .join('')
  return `<c:strRef><c:f>${escapeXml(address)}</c:f><c:strCache><c:ptCount val="${count}"/>${cache}</c:strCache></c:strRef>`
}

function numberReference({ values, formats }: PlacedSeries): string {
  const usual = formats[0]?.format ?? 'General'
  const formatAt = new Map(formats.map(({ index, format }) => [index, format]))
  const cache = values.points
    .map(({ index, value }) => {
      const format = formatAt.get(index) ?? usual
      const own = format === usual ? '' : ` formatCode="${escapeXml(format)}"`
      return `<c:pt idx="${index}"${own}><c:v>${value}</c:v></c:pt>`
    })
    .join('')
  return (
    `<c:numRef><c:f>${escapeXml(values.address)}</c:f><c:numCache><c:formatCode>${escapeXml(usual)}</c:formatCode>` +
    `<c:ptCount val="${values.count}"/>${cache}</c:numCache></c:numRef>`
  )
}

/** Lying bars start with the first row on top. */
function categoryAxis({ chart }: PlacedChart): string {
  const isBar = chart.kind === 'bar'
  return (
    `<c:catAx><c:axId val="${CATEGORY_AXIS}"/><c:scaling><c:orientation val="${isBar ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${isBar ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `${AXIS_LOOK}${letters(LABEL_SIZE)}<c:crossAx val="${VALUE_AXIS}"/><c:crosses val="autoZero"/>` +
    '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
  )
}

/** `crosses="max"` puts the figures below the bars although the first row is on top. */
function valueAxis({ chart }: PlacedChart): string {
  const { isPercent, boldEvery, max } = chart.axis
  const isBar = chart.kind === 'bar'
  const minor = boldEvery === null ? '' : `<c:minorGridlines>${gridLook(false)}</c:minorGridlines>`
  const units =
    boldEvery === null ? '' : `<c:majorUnit val="${boldEvery}"/><c:minorUnit val="${boldEvery / 2}"/>`
  return (
    `<c:valAx><c:axId val="${VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>` +
    `${max === null ? '' : `<c:max val="${max}"/><c:min val="0"/>`}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${isBar ? 'b' : 'l'}"/><c:majorGridlines>${gridLook(boldEvery !== null)}</c:majorGridlines>${minor}` +
    `<c:numFmt formatCode="${isPercent ? '0%' : 'General'}" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
    `${AXIS_LOOK}${letters(LABEL_SIZE)}<c:crossAx val="${CATEGORY_AXIS}"/><c:crosses val="${isBar ? 'max' : 'autoZero'}"/>` +
    `<c:crossBetween val="between"/>${units}</c:valAx>`
  )
}

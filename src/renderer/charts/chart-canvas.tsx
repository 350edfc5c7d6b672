// One ECharts drawing that follows its option and its box. The library comes when the first chart is shown.
import type { ECharts } from 'echarts/core'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { FONT } from '../theme.ts'
import { common } from '../words/common.ts'

export type ChartOption = Parameters<ECharts['setOption']>[0]

/** Takes the picture of what is drawn: base64 of a PNG, null while nothing is drawn yet. */
export type TakePicture = () => string | null

interface Props {
  readonly option: ChartOption
  /** what the drawing says, for those who hear it */
  readonly spoken: string
  /** in CSS pixels */
  readonly height: number
  readonly picture: RefObject<TakePicture | null>
}

/** Printed from a document at twice the screen's density, a picture's letters stay sharp. */
const PICTURE_DENSITY = 2

export function ChartCanvas({ option, spoken, height, picture }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<ECharts | null>(null)
  const [isMissing, setIsMissing] = useState(false)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let isGone = false
    let made: ECharts | null = null
    const watch = new ResizeObserver(() => made?.resize())
    import('./echarts-parts.ts').then(
      ({ init }) => {
        if (isGone) return
        made = init(element, null, { locale: 'ZH' })
        watch.observe(element)
        setChart(made)
      },
      () => setIsMissing(true),
    )
    return () => {
      isGone = true
      watch.disconnect()
      made?.dispose()
      setChart(null)
    }
  }, [])
  useEffect(() => {
    chart?.setOption({ textStyle: { fontFamily: FONT }, animation: false, ...option }, { notMerge: true })
  }, [chart, option])
  useEffect(() => {
    picture.current = () =>
      chart
        ?.getDataURL({ type: 'png', pixelRatio: PICTURE_DENSITY, backgroundColor: '#fff' })
        .replace(/^data:image\/png;base64,/, '') ?? null
    return () => {
      picture.current = null
    }
  }, [chart, picture])
  return (
    <>
      {chart === null ? (
        <p className="soft" role="status">
          {isMissing ? common.chartMissing : common.loading}
        </p>
      ) : null}
      <div ref={box} role="img" aria-label={spoken} style={{ height: chart === null ? 0 : height }} />
    </>
  )
}

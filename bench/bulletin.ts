// The June bulletin of the example: from what the store knows to the finished workbook, ExcelJS loaded already.

import { writeWorkbook } from '../src/excel/write-workbook.ts'
import { composeService } from '../src/main/compose-service.ts'
import { sameCells } from '../tests/excel/same-cells.ts'
import { alternate, type Benchmark, median } from './benchmark.ts'
import { withTempFolder } from './temp-folder.ts'

const WRITES = 5
const MONTH = '2020-06'

export const bulletin: Benchmark = {
  name: 'bulletin-warm',
  about:
    'June bulletin of the example, measuring, layout and workbook ÷ plain ExcelJS writing the same finished cells',
  unit: 'ms',
  goal: 1.3,
  run: () =>
    withTempFolder(async (dataFolder) => {
      const service = composeService({ dataFolder, mode: 'command', exampleFolder: dataFolder })
      const session = { actor: null }
      const example = await service.ask('store.openExample', {}, session)
      if (!example.ok) throw new Error(example.rejection.message)
      const makeBulletin = async () => {
        const preview = await service.ask('bulletin.preview', { month: MONTH }, session)
        if (!preview.ok) throw new Error(preview.rejection.message)
        return writeWorkbook(preview.value.report)
      }
      const makePlain = await sameCells(await makeBulletin())
      await makePlain()
      const warm = async (make: () => Promise<Uint8Array>) => {
        const times: number[] = []
        for (let turn = 0; turn < WRITES; turn += 1) {
          const began = performance.now()
          await make()
          times.push(performance.now() - began)
        }
        return median(times)
      }
      try {
        return await alternate({ ours: () => warm(makeBulletin), peer: () => warm(makePlain) })
      } finally {
        service.close()
      }
    }),
}

// Entry: the service process behind the window. Long work here never keeps the window from drawing.
import { composeService } from './compose-service.ts'
import { runServiceProcess } from './electron/service-process.ts'

runServiceProcess({
  port: process.parentPort,
  openService: (dataFolder, host) => composeService({ dataFolder, mode: 'window', ...host }),
  exit: () => process.exit(0),
})

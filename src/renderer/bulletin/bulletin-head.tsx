import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import type { BulletinPreview, ExportedFile } from '../../contract/api.ts'
import { useAsk, useRefreshAll } from '../ask.tsx'
import { RefusedNotice } from '../parts/page-states.tsx'
import { useAttempt } from '../parts/use-attempt.ts'
import { useOpenSession } from '../session.tsx'
import { timeText } from '../shown-time.ts'
import { bulletin as words } from '../words/bulletin.ts'
import { common } from '../words/common.ts'

interface Props {
  readonly preview: BulletinPreview
  readonly month: string
}

export function BulletinHead({ preview, month }: Props) {
  const { session } = useOpenSession()
  const ask = useAsk()
  const refresh = useRefreshAll()
  const { message } = App.useApp()
  const [isAsking, setIsAsking] = useState(false)
  const { attempt, failure, isBusy } = useAttempt()
  const [file, setFile] = useState<ExportedFile | null>(null)
  const { issue, frozenAt, frozenTwice, waiting } = preview

  const write = () => {
    setIsAsking(false)
    return attempt(async () => {
      setFile(await ask('bulletin.export', { month }))
      await refresh()
    })
  }
  const openFolder = () =>
    attempt(async () => {
      const { place } = await ask('exports.openFolder', {})
      void message.info(words.folderAt(place))
    })
  return (
    <section className="card">
      <div className="card-head">
        <h1>{words.title(issue)}</h1>
        <span className="soft">
          {frozenAt === null ? words.notFrozen : words.frozen(timeText(frozenAt, Date.now()))}
        </span>
        <span className="gap" />
        <Button onClick={() => void openFolder()}>{words.openFolder}</Button>
        {session.isReadOnly ? null : (
          <Button
            type="primary"
            loading={isBusy}
            onClick={() => (frozenAt === null ? setIsAsking(true) : void write())}
          >
            {isBusy ? words.exporting : frozenAt === null ? words.export : words.exportAgain}
          </Button>
        )}
      </div>
      {frozenTwice === null ? null : (
        <p className="notice bulletin-said" role="status">
          {frozenTwice}
          {words.frozenTwice}
        </p>
      )}
      {file === null ? null : (
        <p className="notice notice-good bulletin-said" role="status">
          <strong>{words.exported(file.fileName)}</strong>
          <br />
          {words.exportedPlace(file.place)}
        </p>
      )}
      {failure === null ? null : (
        <div className="bulletin-said">
          <RefusedNotice failure={failure} />
        </div>
      )}
      <Modal
        title={words.confirmTitle(issue)}
        open={isAsking}
        onCancel={() => setIsAsking(false)}
        onOk={() => void write()}
        okText={words.confirmDo}
        cancelText={common.cancel}
      >
        <p>{words.confirmText(issue)}</p>
        {waiting.length > 0 ? <p className="bad">{words.confirmWaiting(waiting.length)}</p> : null}
      </Modal>
    </section>
  )
}

import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { CallFailure, useAsk } from '../ask.tsx'
import { departmentName, useOpenSession } from '../session.tsx'
import { useEnterStore } from '../use-enter-store.ts'
import { ROLE_NAMES } from '../words/common.ts'
import { frame as words } from '../words/frame.ts'
import { AddPersonDialog } from './add-person-dialog.tsx'

/** 科研处 · 王敏 ▾ */
export function ActorMenu() {
  const { session, actor, plan } = useOpenSession()
  const ask = useAsk()
  const navigate = useNavigate()
  const enterStore = useEnterStore()
  const { message } = App.useApp()
  const [isAdding, setIsAdding] = useState(false)
  const actAs = async (name: string) => {
    try {
      await enterStore(await ask('session.actAs', { name }))
      // Each role begins with its own page; the one on screen may not even be among theirs.
      void navigate('/')
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      void message.error(error.message)
    }
  }
  const placeOf = (person: typeof actor) =>
    person.department === null || person.role === 'office'
      ? ROLE_NAMES[person.role]
      : departmentName(plan, person.department)
  const items: MenuProps['items'] = [
    {
      type: 'group',
      label: words.switchPerson,
      children: session.people.map((person) => ({
        key: `as ${person.name}`,
        label: `${placeOf(person)} · ${person.name}${person.role === 'head' ? `（${ROLE_NAMES.head}）` : ''}`,
        disabled: person.name === actor.name,
        onClick: () => void actAs(person.name),
      })),
    },
    ...(actor.role === 'office' && !session.isReadOnly
      ? [
          { type: 'divider' as const },
          { key: 'add', label: words.addPerson, onClick: () => setIsAdding(true) },
        ]
      : []),
  ]
  return (
    <>
      <Dropdown autoFocus menu={{ items, className: 'actor-list' }} trigger={['click']}>
        <Button className="actor-button">
          {placeOf(actor)} · {actor.name} <DownOutlined />
        </Button>
      </Dropdown>
      <AddPersonDialog isOpen={isAdding} onClose={() => setIsAdding(false)} />
    </>
  )
}

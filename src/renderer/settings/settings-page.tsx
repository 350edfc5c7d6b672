import { PageLoading } from '../parts/page-states.tsx'
import { useOpenSession } from '../session.tsx'
import { settings as words } from '../words/settings.ts'
import '../styles/settings.css'
import { useAnswer } from '../ask.tsx'
import { useChosen } from '../chosen.tsx'
import { PageError } from '../parts/page-states.tsx'
import { AboutSection } from './about-section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { UnitsSection } from './units-section.tsx'

/** 设置: the office manages people, units and rules; everyone has the appearance and the data folder. */
export default function SettingsPage() {
  const { actor, session } = useOpenSession()
  const { month } = useChosen()
  const isOffice = actor.role === 'office'
  const view = useAnswer('plan.readTree', { month })
  if (view.data === undefined)
    return view.error === null ? (
      <PageLoading />
    ) : (
      <PageError failure={view.error} onRetry={() => void view.refetch()} />
    )
  const mayEdit = isOffice && !session.isReadOnly
  return (
    <div className="settings-page">
      <h1>{words.title}</h1>
      {mayEdit ? null : <p className="soft">{words.readOnly}</p>}
      <div className="settings-grid">
        <div className="settings-column">
          <PeopleSection mayEdit={mayEdit} />
        </div>
        <div className="settings-column">
          <UnitsSection mayEdit={mayEdit} view={view.data} />
          <RulesSection mayEdit={mayEdit} />
          <AppearanceSection />
          <AboutSection />
        </div>
      </div>
    </div>
  )
}

// 要点台账 · plan · month · who · saved: what stays while pages change.
import { type ComponentType, lazy, Suspense } from 'react'
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router'
import type { Role } from '../../core/journal/journal-entry.ts'
import { useChosen } from '../chosen.tsx'
import { useConnection } from '../connection.ts'
import { PageLoading } from '../parts/page-states.tsx'
import { recoverRemembered } from '../remembered.ts'
import { useOpenSession } from '../session.tsx'
import { common } from '../words/common.ts'
import { frame as words } from '../words/frame.ts'
import { ActorMenu } from './actor-menu.tsx'
import { CrashBoundary } from './crash-boundary.tsx'
import { DepartmentPicker } from './department-picker.tsx'
import { ExampleMark } from './example-mark.tsx'
import { MonthPicker } from './month-picker.tsx'
import { SavedLine } from './saved-line.tsx'
import { SoundnessBanner } from './soundness-banner.tsx'

/** A page in which somebody types: what was typed before a killed browser is there again before the page looks for it. */
function typedPage(load: () => Promise<{ readonly default: ComponentType }>) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), recoverRemembered()])
    return page
  })
}

const EntryPage = typedPage(() => import('../entry/entry-page.tsx'))
const OverviewPage = lazy(() => import('../overview/overview-page.tsx'))
const SubmissionsPage = lazy(() => import('../submissions/submissions-page.tsx'))
const BulletinPage = typedPage(() => import('../bulletin/bulletin-page.tsx'))
const PlanPage = lazy(() => import('../plan/plan-page.tsx'))
const SettingsPage = lazy(() => import('../settings/settings-page.tsx'))

const PAGES = {
  entry: { path: '/entry', Page: EntryPage },
  overview: { path: '/overview', Page: OverviewPage },
  submissions: { path: '/submissions', Page: SubmissionsPage },
  bulletin: { path: '/bulletin', Page: BulletinPage },
  plan: { path: '/plan', Page: PlanPage },
  settings: { path: '/settings', Page: SettingsPage },
} as const

type PageKey = keyof typeof PAGES

const PAGES_OF_ROLE: Readonly<Record<Role, readonly PageKey[]>> = {
  clerk: ['entry', 'overview', 'settings'],
  head: ['entry', 'overview', 'settings'],
  office: ['entry', 'overview', 'submissions', 'bulletin', 'plan', 'settings'],
  leader: ['overview'],
}

/** The office begins with everyone's year, a clerk with the month to fill in. */
const FIRST_PAGE: Readonly<Record<Role, PageKey>> = {
  clerk: 'entry',
  head: 'entry',
  office: 'overview',
  leader: 'overview',
}

export function Frame() {
  const { session, actor, plan } = useOpenSession()
  const { month, department } = useChosen()
  const connection = useConnection()
  const titles = plan.parts.map((part) => part.plan.title)
  const pages = PAGES_OF_ROLE[actor.role]
  const { pathname } = useLocation()
  const first = <Navigate to={PAGES[FIRST_PAGE[actor.role]].path} replace />
  return (
    <div className="frame">
      <header className="frame-head">
        <div className="frame-bar">
          <strong className="product">{common.productName}</strong>
          <span className="plan-title" title={titles.join('\n')}>
            {titles.length > 1 ? words.plans(plan.plan.title, titles.length) : plan.plan.title}
          </span>
          {session.isExample ? <ExampleMark /> : null}
          <span className="frame-gap" />
          <MonthPicker />
          {pathname === PAGES.entry.path ? <DepartmentPicker /> : null}
          <ActorMenu />
        </div>
        {/* The saved state stays in sight with the tabs, however far the page is scrolled. */}
        <div className="frame-tabs">
          <nav aria-label={words.pages}>
            {pages.map((key) => (
              <NavLink
                key={key}
                to={PAGES[key].path}
                className={({ isActive }) => (isActive ? 'tab tab-on' : 'tab')}
              >
                {words.tabs[key]}
              </NavLink>
            ))}
          </nav>
          <SavedLine />
        </div>
      </header>
      {session.isReadOnly ? (
        <p className="frame-banner" role="status">
          {words.readOnly}
        </p>
      ) : null}
      {connection === 'lost' ? (
        <p className="frame-banner frame-banner-bad" role="alert">
          {words.lostText}
        </p>
      ) : null}
      <SoundnessBanner />
      <main className="frame-page">
        <CrashBoundary key={`${pathname} ${month} ${department}`}>
          <Suspense fallback={<PageLoading />}>
            <Routes>
              {pages.map((key) => {
                const { path, Page } = PAGES[key]
                return <Route key={key} path={path} element={<Page />} />
              })}
              <Route path="*" element={first} />
            </Routes>
          </Suspense>
        </CrashBoundary>
      </main>
    </div>
  )
}

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { useState } from 'react'
import { HashRouter } from 'react-router'
import type { CallFunction } from '../contract/api.ts'
import { CallProvider } from './ask.tsx'
import { CrashBoundary } from './frame/crash-boundary.tsx'
import { SessionGate } from './frame/session-gate.tsx'
import { THEME } from './theme.ts'

function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The service is on this PC: being offline must stop nothing, and a refusal asked twice is the same refusal.
      queries: { networkMode: 'always', retry: false, staleTime: 2000 },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

export function App({ call }: { readonly call: CallFunction }) {
  const [queries] = useState(createQueries)
  return (
    <ConfigProvider locale={zhCN} theme={THEME} button={{ autoInsertSpace: false }} componentSize="middle">
      <AntApp message={{ duration: 4 }}>
        <CallProvider value={call}>
          <QueryClientProvider client={queries}>
            <CrashBoundary>
              <HashRouter>
                <SessionGate />
              </HashRouter>
            </CrashBoundary>
          </QueryClientProvider>
        </CallProvider>
      </AntApp>
    </ConfigProvider>
  )
}

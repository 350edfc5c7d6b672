import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createCall } from './api-client.ts'
import { App } from './app.tsx'
import { applyLargeText } from './large-text.ts'
import './styles/base.css'
import './styles/frame.css'

// First of all: over the browser host this takes the one-time token out of the address before the router reads it.
const call = createCall()

applyLargeText()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App call={call} />
  </StrictMode>,
)

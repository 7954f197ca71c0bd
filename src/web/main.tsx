import { StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/base.css'
import { pageOf } from './pages.js'

const { Page, params } = pageOf(window.location.pathname)

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <Suspense fallback={null}>
      <Page {...params} />
    </Suspense>
  </StrictMode>,
)

import { StrictMode, Suspense, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import './design/tokens.css'
import './design/base.css'
import './design/layout.css'
import { pageOf } from './pages.js'
import { followLinks, shownPath, subscribe } from './way.js'

/** On a page that was gone to without loading one: reading begins at its beginning. */
function Arrived() {
  useEffect(() => {
    document.getElementById('main')?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [])
  return null
}

function App() {
  const path = useSyncExternalStore(subscribe, shownPath)
  const first = useRef(path)
  const { Page, params } = useMemo(() => pageOf(path), [path])
  return (
    <Suspense key={path} fallback={null}>
      <Page {...params} />
      {path !== first.current && <Arrived />}
    </Suspense>
  )
}

document.addEventListener('click', followLinks)
createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

/**
 * Between the pages of a course the tab stays as it is: what this page knows of its person is lost with it where a frame may keep
 * nothing (see api/page-session.ts). All other ways load their page.
 */
const ofCourse = /^\/(?:session|assignment)\//

const isWithin = (path: string): boolean => ofCourse.test(path) && ofCourse.test(window.location.pathname)

/** The path of the page that is shown. */
let shown = window.location.pathname
const listeners = new Set<() => void>()

function show(): void {
  const path = window.location.pathname
  if (path === shown) return
  if (!ofCourse.test(shown) || !ofCourse.test(path)) return
  shown = path
  for (const listener of listeners) listener()
}

export const subscribe = (listener: () => void): (() => void) => {
  if (listeners.size === 0) window.addEventListener('popstate', show)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const shownPath = (): string => shown

export function goTo(path: string): void {
  if (isWithin(path)) {
    window.history.pushState(null, '', path)
    show()
  } else window.location.assign(path)
}

/** Links of a page lead as `goTo` does; in a new tab, or to keep, they are the browser's. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a')
  if (!link || event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  if (link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return
  if (!isWithin(link.pathname) || link.pathname === window.location.pathname) return
  event.preventDefault()
  goTo(link.pathname)
}

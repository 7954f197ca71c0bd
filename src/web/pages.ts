import { type ComponentType, lazy } from 'react'

export type PageParams = Record<string, string>
type PageModule = { Page: ComponentType<PageParams> }

/**
 * Every page by its path; ":name" is handed to the page as a prop. Each is a chunk of its own. The server knows the same
 * paths (src/http/pages.ts).
 */
const pages: Record<string, () => Promise<PageModule>> = {
  '/': () => import('./pages/studio/page.js'),
  '/song/:id': () => import('./pages/studio/page.js'),
  '/session/:id': () => import('./pages/session/page.js'),
  '/assignment/:id': () => import('./pages/assignment/page.js'),
  '/setup/:launch': () => import('./pages/setup/page.js'),
  '/review/:launch': () => import('./pages/review/page.js'),
  '/design': () => import('./pages/design/page.js'),
}

function match(pattern: string, path: string): PageParams | null {
  const [wanted, given] = [pattern, path.replace(/(?<=.)\/$/, '')].map((text) => text.split('/'))
  if (wanted?.length !== given?.length) return null
  const params: PageParams = {}
  for (const [at, part] of (wanted ?? []).entries()) {
    const value = given?.[at] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return null
  }
  return params
}

export function pageOf(path: string): { Page: ComponentType<PageParams>; params: PageParams } {
  for (const [pattern, load] of Object.entries(pages)) {
    const params = match(pattern, path)
    if (params) return { Page: lazy(async () => ({ default: (await load()).Page })), params }
  }
  return { Page: lazy(async () => ({ default: (await import('./pages/not-found.js')).Page })), params: {} }
}

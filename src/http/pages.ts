import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'
import { packedFiles } from './packed-files.js'
import { text } from './reply.js'
import { sendReply } from './send.js'

/** Paths that a page answers; which one, src/web/pages.ts decides in the browser. */
const pagePaths = [
  '/',
  '/song/:id',
  '/session/:id',
  '/design',
  '/assignment/:id',
  '/setup/:launch',
  '/review/:launch',
] as const

/** Beside the compiled sources, or in dist/ when the sources themselves run. */
const folders = ['../../web/', '../../dist/web/'].map((place) => fileURLToPath(new URL(place, import.meta.url)))

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Lit Music Mashup</title>
<h1>The pages are not built</h1><p>Run <code>npm run build</code>, then load this page again. The API is at <a href="/docs">/docs</a>.</p></html>`

/**
 * The pages of src/web as they were built. What is named by its content never changes and is kept for a year; the page that
 * names it is asked for each time.
 */
export function pages(folder = folders.find((place) => existsSync(join(place, 'index.html')))): Router {
  const router = Router({ strict: false, caseSensitive: true })
  const index = folder ? readFileSync(join(folder, 'index.html')) : null
  router.get([...pagePaths], (req, res) => {
    res.locals.endpoint = 'page'
    if (index) sendReply(req, res, text('text/html; charset=utf-8', index))
    else sendReply(req, res, { ...text('text/html; charset=utf-8', notBuilt), status: 503 })
  })
  if (!folder) return router
  const files = { index: false, redirect: false, dotfiles: 'ignore' } as const
  const assets = join(folder, 'assets')
  router.use('/assets', packedFiles(assets), express.static(assets, { ...files, immutable: true, maxAge: '365d' }))
  router.use(express.static(folder, { ...files, extensions: false, maxAge: '1d' }))
  return router
}

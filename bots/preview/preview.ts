import { readFileSync } from 'node:fs'
import { Router } from 'express'
import type { Context } from '../../src/context.js'
import type { Rooms } from '../../src/surface.js'

const base = '/docs/chat-preview'
const styles = new URL('./preview.css', import.meta.url)

/** The chat preview, for the web of a service that is being developed. */
export function previewRooms(ctx: Context): Rooms {
  const router = Router({ strict: false, caseSensitive: true })
  const css = readFileSync(styles, 'utf8')
  router.get('/preview.css', (_req, res) => void res.type('css').send(css))
  router.get(['/', '/:look'], async (req, res, next) => {
    const [{ looks }, { previewPage }] = await Promise.all([import('./looks.js'), import('./page.js')])
    const look = looks.find(({ id }) => id === (req.params.look ?? 'hooks'))
    if (!look) return next()
    const page = previewPage(base, look, await look.samples(ctx))
    res.type('html').set('Cache-Control', 'no-store').send(page)
  })
  return [[base, router]]
}

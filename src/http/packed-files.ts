import { existsSync, readdirSync } from 'node:fs'
import { extname } from 'node:path'
import type { RequestHandler } from 'express'

const endings = { br: '.br', gzip: '.gz' } as const
type Coding = keyof typeof endings

/**
 * Before express.static of the same folder: where the build made a packed copy of a file and the browser takes it (RFC 9110,
 * 12.5.3), that is what is sent. Their names alone are read, once: the folder is as it was built.
 */
export function packedFiles(folder: string): RequestHandler {
  const there = new Set(existsSync(folder) ? readdirSync(folder) : [])
  return (req, res, next) => {
    const name = req.path.slice(1)
    const made = (Object.keys(endings) as Coding[]).filter((coding) => there.has(name + endings[coding]))
    if (made.length === 0) return next()
    res.vary('Accept-Encoding')
    // The smallest that is taken, whatever order the browser names them in.
    const taken = made.find((coding) => req.acceptsEncodings(coding))
    if (!taken) return next()
    res.type(extname(name)).set('Content-Encoding', taken)
    req.url = `/${name}${endings[taken]}`
    next()
  }
}

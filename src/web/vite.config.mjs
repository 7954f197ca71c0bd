import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { defineConfig } from 'vite'

const here = dirname(fileURLToPath(import.meta.url))

/** The libraries carry their few sentences in thirty languages; the pages speak English (the others come with its pages). */
const englishAlone = {
  name: 'english-alone',
  enforce: 'pre',
  load: (id) =>
    /react-(aria|stately)\/.*\/intl\/.*\/(?!en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? 'export default {}' : null,
}

/** Only for fonts packed with Vorbis; ours is not, and the decoder would need WebAssembly that our CSP forbids. */
const noVorbis = { find: /^stb-vorbis$/, replacement: join(here, 'player/no-vorbis.ts') }

const outDir = join(here, '../../dist/web')

/** Beside each file that shrinks by it one in gzip and one in brotli, for the service to send (src/http/packed-files.ts). */
const packed = {
  name: 'packed',
  closeBundle() {
    const assets = join(outDir, 'assets')
    // The highest takes ten times as long for the last hundredth.
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 }
    for (const name of readdirSync(assets).filter((name) => /\.(js|css|sf2)$/.test(name))) {
      const bytes = readFileSync(join(assets, name))
      writeFileSync(join(assets, `${name}.gz`), gzipSync(bytes, { level: 9 }))
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(bytes, { params }))
    }
  },
}

export default defineConfig({
  root: here,
  base: '/',
  plugins: [englishAlone, packed],
  resolve: { alias: [noVorbis] },
  worker: { format: 'es', plugins: () => [englishAlone] },
  build: {
    outDir,
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // Nothing inline: the CSP allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
})

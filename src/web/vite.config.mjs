import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

export default defineConfig({
  root: here,
  base: '/',
  plugins: [englishAlone],
  resolve: { alias: [noVorbis] },
  worker: { format: 'es', plugins: () => [englishAlone] },
  build: {
    outDir: join(here, '../../dist/web'),
    emptyOutDir: true,
    target: ['chrome109', 'firefox115', 'safari16.4'],
    // Nothing inline: the CSP allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
})

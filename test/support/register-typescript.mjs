import { register } from 'node:module'

// node --import: threads inherit it, so that a process on the sources has its worker threads on the sources too.
register('./typescript-loader.mjs', import.meta.url)

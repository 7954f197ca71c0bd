import { register } from 'node:module'

// jest loads this file by itself, outside of its transforms: the sources it needs are TypeScript all the same.
register('./typescript-loader.mjs', import.meta.url)
const { layGround } = await import('./ground.ts')

export default layGround

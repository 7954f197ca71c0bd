// jest loads this file by itself, outside of its transforms: the sources it needs are TypeScript all the same.
import './register-typescript.mjs'

const { layGround } = await import('./ground.ts')

export default layGround

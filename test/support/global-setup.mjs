// jest loads this file by itself, outside of its transforms: the sources it needs are TypeScript all the same.
import { isCodeBuilt } from '../../scripts/build.mjs'
import './register-typescript.mjs'

const { layGround } = await import('./ground.ts')

export default async function setUp() {
  // Looked up once for a run: what the tests start as a process (test/main/run-process.ts) is all of one kind.
  process.env.LMM_TEST_ENTRIES = isCodeBuilt() ? 'dist' : 'src'
  await layGround()
}

import type { Config } from '../../src/config.js'
import { startProcess } from '../main/run-process.js'

/** The service as a worker alone, in a process of its own that can be killed. */
export function startWorker(config: Config, secrets: Record<string, string>) {
  const { child, said, ended } = startProcess('main', [], {
    NODE_ENV: 'test',
    LOG_LEVEL: 'warn',
    LMM_ROLES: 'worker',
    LMM_MODELS: 'embedded',
    PUBLIC_URL: config.publicUrl,
    DATABASE_URL: String(config.databaseUrl),
    DATA_DIR: config.dataDir,
    ...secrets,
  })
  return {
    said,
    async kill(): Promise<void> {
      child.kill('SIGKILL')
      await ended
    },
  }
}

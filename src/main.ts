import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Config, environment, readConfig } from './config.js'
import { asAppError } from './errors.js'
import { createLogger } from './logger.js'
import { type Service, serve } from './main/serve.js'

/** Longer than surfaces and jobs are given to finish: past it something hangs, and the next start takes over what is left. */
const longestStopMs = 25_000

/** The service of this process, until it is told to stop. Resolves with the exit code. */
export async function runService(config: Config): Promise<number> {
  const log = createLogger(config)
  const told = new Promise<string>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, resolve)
  })
  let service: Service
  try {
    service = await serve(config, { log })
  } catch (thrown) {
    const error = asAppError(thrown)
    log.fatal({ err: error }, 'the service did not start')
    process.stderr.write(`${error.message}\n`)
    return 1
  }
  if (config.environment === 'development') process.stdout.write(welcome(config))

  const signal = await told
  log.info({ signal }, 'stopping')
  const limit = setTimeout(() => {
    log.error('stopping takes too long; leaving')
    process.exit(1)
  }, longestStopMs).unref()
  await service.stop()
  clearTimeout(limit)
  log.info('stopped')
  return 0
}

const welcome = ({ publicUrl, roles, models, databaseUrl, dataDir, sandbox }: Config): string =>
  `
  Lit Music Mashup
${roles.includes('web') ? `    make a song    ${publicUrl}/\n${sandbox ? `    as a school    ${publicUrl}/sandbox\n` : ''}    API            ${publicUrl}/docs\n    in a chat      ${publicUrl}/docs/chat-preview\n` : ''}    roles          ${roles.join(', ')}
    models         ${models.join(', ')}
    database       ${databaseUrl === null ? `embedded, in ${dataDir}` : 'of DATABASE_URL'}

`

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await runService(readConfig(environment()))
  } catch (thrown) {
    process.stderr.write(`${asAppError(thrown).message}\n`)
    process.exitCode = 2
  }
}

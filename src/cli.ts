import { AppError, asAppError, errorStatus } from './errors.js'

/** A command takes what follows its name and resolves with the exit code: 0 done, 1 could not be done, 2 asked for wrongly. */
type Command = (args: string[]) => Promise<number>

/** Loaded when asked for: a song on the terminal does not wait for the database's driver. */
const commands: Record<string, () => Promise<Command>> = {
  mashup: async () => (await import('./cli/mashup.js')).mashup,
  serve: async () => (await import('./cli/serve.js')).serve,
  migrate: async () => (await import('./cli/migrate.js')).migrate,
  seed: async () => (await import('./cli/seed.js')).seed,
  tokens: async () => (await import('./cli/tokens.js')).tokens,
  lti: async () => (await import('./cli/lti.js')).lti,
  discord: async () => (await import('./cli/discord.js')).discord,
}

const help = `Usage: npm run lmm -- COMMAND

  mashup "REQUEST" [options]          make a song on the terminal (also: npm run mashup -- …)
  serve                               run the service (also: npm start)
  migrate up | down [--all]           bring the database up to date, or take the last migration back
  seed                                make three example songs
  tokens issue --name N --role R      issue an API token; --scopes a,b  --days 90
  tokens list | revoke ID             show the API tokens, or end one
  lti ...                             learning platforms: invite, add, list, show, check …
  discord register                    tell Discord the commands, after each update
  help                                this text

Settings come from the environment and from .env; see .env.example.
`

async function run([name = 'help', ...args]: string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) {
    process.stdout.write(help)
    return 0
  }
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(`There is no command "${name}".\n\n${help}`)
    return 2
  }
  try {
    const command = await commands[name]?.()
    return (await command?.(args)) ?? 0
  } catch (thrown) {
    return report(thrown)
  }
}

/** node:util's parseArgs says plainly what is wrong with an option; its errors have codes of this form. */
const isUsage = (thrown: unknown): thrown is Error =>
  thrown instanceof Error && 'code' in thrown && String(thrown.code).startsWith('ERR_PARSE_ARGS')

function report(thrown: unknown): number {
  if (isUsage(thrown)) {
    process.stderr.write(`${thrown.message}\n`)
    return 2
  }
  const { code, message, faults, cause } = asAppError(thrown)
  // Some messages tell their faults themselves.
  const further = faults
    .filter((fault) => !message.includes(fault.message))
    .map(({ at, message }) => `  ${at}: ${message}`)
  process.stderr.write(`${[message, ...further].join('\n')}\n`)
  if (!(thrown instanceof AppError)) console.error(cause)
  // Whatever a web surface would call the asker's own mistake.
  return errorStatus[code] < 500 && code !== 'cancelled' ? 2 : 1
}

process.exitCode = await run(process.argv.slice(2))

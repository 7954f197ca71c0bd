import { parseArgs } from 'node:util'
import { registerCommands } from '../../bots/discord/register.js'
import { environment, readConfig } from '../config.js'
import { AppError } from '../errors.js'

/** `discord register`: once after each update, not at each start. */
export async function discord([verb, ...args]: string[]): Promise<number> {
  if (verb !== 'register') throw new AppError('invalid_request', 'Say "discord register".')
  parseArgs({ args, options: {} })
  const { application, commands, invitation } = await registerCommands(readConfig(environment()))
  console.log(`${application.name} (${application.id}): Discord knows /mashup with ${commands.join(', ')}.`)
  console.log(`Whoever manages a server lets the bot in here:\n${invitation}`)
  return 0
}

import { parseArgs } from 'node:util'
import { environment, readConfig } from '../config.js'
import { runService } from '../main.js'

/** The same as `npm start`. */
export async function serve(args: string[]): Promise<number> {
  parseArgs({ args, options: {}, strict: true })
  return await runService(readConfig(environment()))
}

import { z } from 'zod'
import type { Context } from '../../src/context.js'
import { AppError } from '../../src/errors.js'
import { commandList } from './command-list.js'
import { loadDiscord } from './load-discord.js'
import { permissionBits } from './permissions.js'
import { openRest } from './rest.js'
import { asRoomError } from './trouble.js'

const applicationSchema = z.object({ id: z.string().regex(/^\d+$/), name: z.string() })

interface Registered {
  application: { id: string; name: string }
  /** Names of what can be typed behind `/mashup`. */
  commands: string[]
  /** Opened by whoever manages a server, to let the bot in. */
  invitation: string
}

/**
 * Tells Discord the commands; they replace those that it knew. Rejects with `invalid_request` naming the setting that is missing or
 * not accepted, or with `unavailable`.
 */
export async function registerCommands({ discord }: Pick<Context['config'], 'discord'>): Promise<Registered> {
  if (!discord.token) throw refused('DISCORD_TOKEN', 'must be set: the bot’s token, from Discord’s developer portal')
  const rest = openRest(await loadDiscord(), discord)
  try {
    const application = applicationSchema.parse(await rest.get('/applications/@me'))
    if (discord.applicationId && discord.applicationId !== application.id)
      throw refused('DISCORD_APPLICATION_ID', 'is not the application that DISCORD_TOKEN belongs to')
    const body = commandList()
    await rest.put(`/applications/${application.id}/commands`, { body })
    return {
      application,
      commands: body.flatMap(({ options }) => options.map(({ name }) => name)),
      invitation: invitationTo(application.id),
    }
  } catch (error) {
    if ((error as { status?: unknown }).status === 401)
      throw refused('DISCORD_TOKEN', 'is not accepted by Discord: make a new one in the developer portal, under Bot')
    throw asRoomError(error)
  }
}

const refused = (at: string, message: string): AppError =>
  new AppError('invalid_request', 'Discord’s commands were not registered.', { faults: [{ at, message }] })

/** With all permissions that a session needs, and no other. */
function invitationTo(application: string): string {
  const permissions = Object.values(permissionBits).reduce((all, bit) => all | bit, 0n)
  const query = new URLSearchParams({
    client_id: application,
    scope: 'bot applications.commands',
    permissions: String(permissions),
  })
  return `https://discord.com/oauth2/authorize?${query.toString()}`
}

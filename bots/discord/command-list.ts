import { type Command, commands, type Option } from '../commands.js'
import { limits } from './components.js'
import { permissionBits } from './permissions.js'
import { type Translation, translations } from './translations.js'

/** https://discord.com/developers/docs/interactions/application-commands */
const types = { command: 1, subcommand: 1, text: 3 } as const
/** In servers alone: a song is made together. */
const inServers = 0

/** One word in each of the languages; those that lack it show the English one. */
const inAll = (find: (translation: Translation) => string | undefined): Record<string, string> =>
  Object.fromEntries(
    Object.entries(translations).flatMap(([language, translation]) => {
      const found = find(translation)
      return found === undefined ? [] : [[language, found]]
    }),
  )

/**
 * What Discord is told of `/mashup`. Whoever may write in a channel may use it there; a server's managers can narrow that. Who may
 * bind a channel to a course is not a matter of Discord's rights but of the course: only its teachers can.
 */
export const commandList = () => [
  {
    type: types.command,
    name: 'mashup',
    description: 'Make a song together about what you study',
    description_localizations: inAll(({ mashup }) => mashup),
    contexts: [inServers],
    integration_types: [inServers],
    default_member_permissions: String(permissionBits['Send Messages']),
    options: commands.map(subcommand),
  },
]

const subcommand = ({ name, about, options }: Command) => ({
  type: types.subcommand,
  name,
  name_localizations: inAll((translation) => translation.commands[name]?.[0]),
  description: about,
  description_localizations: inAll((translation) => translation.commands[name]?.[1]),
  options: options.map((one) => option(name, one)),
})

const option = (command: string, { name, about, isRequired = false, choices, suggests = false, max }: Option) => ({
  type: types.text,
  name,
  name_localizations: inAll((translation) => translation.options[name]),
  description: about,
  description_localizations: inAll((translation) => translation.abouts[`${command} ${name}`]),
  required: isRequired,
  ...(choices
    ? {
        choices: choices.slice(0, limits.options).map(({ value, label }) => ({
          value,
          name: label,
          name_localizations: inAll((translation) => translation.choices[value]),
        })),
      }
    : { autocomplete: suggests, ...(max ? { max_length: max } : {}) }),
})

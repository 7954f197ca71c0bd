import type { PlatformName } from '../../../domain/chat.js'

export const platformNames: Record<PlatformName, string> = { slack: 'Slack', discord: 'Discord' }

/** "Slack and Discord", or the one there is. */
export const named = (chats: readonly PlatformName[], word: 'and' | 'or' = 'and'): string =>
  chats.map((chat) => platformNames[chat]).join(` ${word} `)

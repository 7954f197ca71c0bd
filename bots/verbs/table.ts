import { about } from './about.js'
import { link, setup, unlink } from './account.js'
import { help } from './help.js'
import { arrange, hook, more, vote } from './hooks.js'
import { join } from './join.js'
import { line, lock, offer, offers, rewrite } from './lines.js'
import { listen } from './listen.js'
import { mine } from './mine.js'
import { song } from './song.js'
import { advance, again, cancel, finish, judge, leave, pause, reflect, stop, submit } from './stage.js'
import { start } from './start.js'
import { status } from './status.js'
import type { Verb } from './verb.js'

/** All that can be done from a chat, by the name that commands, buttons and dialogs call it by. */
export const verbs: ReadonlyMap<string, Verb> = new Map(
  Object.entries({
    about,
    advance,
    again,
    arrange,
    cancel,
    finish,
    help,
    hook,
    join,
    judge,
    leave,
    line,
    link,
    listen,
    lock,
    mine,
    more,
    offer,
    offers,
    pause,
    reflect,
    rewrite,
    setup,
    song,
    start,
    status,
    stop,
    submit,
    unlink,
    vote,
  }),
)

import { type Logger as BoltLogger, LogLevel } from '@slack/bolt'
import type { Context } from '../../src/context.js'

/**
 * Bolt's own remarks in our log, from `info` up: below that it writes out whole payloads, with what people wrote. What it says
 * is cut, as it quotes answers of Slack.
 */
export function boltLogger({ log }: Pick<Context, 'log'>): BoltLogger {
  const say =
    (level: 'info' | 'warn' | 'error') =>
    (...words: unknown[]) =>
      log[level]({ library: 'bolt' }, words.map(remark).join(' ').slice(0, 300))
  return {
    debug: () => {},
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  }
}

const remark = (word: unknown): string => (word instanceof Error ? word.message : String(word))

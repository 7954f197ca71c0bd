import { describe, expect, test } from '@jest/globals'
import { DatabaseError } from 'sequelize'
import { AppError } from '../../src/errors.js'
import { createLogger, withRequestId } from '../../src/logger.js'

function listening() {
  const lines: string[] = []
  const log = createLogger({ logLevel: 'trace' }, { write: (line: string) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown> }
}

describe('the log', () => {
  test('tells neither what opens doors nor who somebody is nor what people wrote', () => {
    const { log, lines } = listening()
    const secret = 'hush-4711'
    for (const field of [
      'token',
      'authorization',
      'Cookie',
      'apiKey',
      'name',
      'email',
      'prompt',
      'facts',
      'lyrics',
      'text',
    ]) {
      log.info({ [field]: secret, request: { headers: [{ deep: { deeper: { [field]: secret } } }] } }, 'said')
      if (field !== 'Cookie') log.child({ [field]: secret }).info('said')
    }
    expect(lines.join('')).not.toContain(secret)
    expect(lines.join('')).toContain('[hidden]')
  })

  test('tells an error with its causes, and none of the rows and statements that errors carry', () => {
    const { log, lines, last } = listening()
    const driver = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (name)=(hush-4711) already exists.',
    })
    const sequelize = new DatabaseError(Object.assign(driver, { sql: `INSERT … 'hush-4711'` }))
    log.error({ err: new AppError('internal', 'It did not work.', { cause: sequelize }) }, 'failed')
    expect(last().err).toMatchObject({
      type: 'AppError',
      code: 'internal',
      cause: { type: 'SequelizeDatabaseError', cause: { code: '23505', message: 'duplicate key' } },
    })
    expect(lines.join('')).not.toContain('hush-4711')
  })

  test('names the request on every line, however deep, and on no other', async () => {
    const { log, last } = listening()
    await Promise.all(
      ['a', 'b'].map((id) =>
        withRequestId(id, async () => {
          await new Promise((resolve) => setImmediate(resolve))
          log.info('inside')
          expect(last().requestId).toBe(id)
        }),
      ),
    )
    log.info('outside')
    expect(last().requestId).toBeUndefined()
  })
})

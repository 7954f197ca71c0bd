import { randomUUID } from 'node:crypto'
import { expect } from '@jest/globals'
import { linkAccount } from '../../src/classroom/link-account.js'
import type { ChatAccount, ChatChannel } from '../../src/domain/chat.js'
import type { AppError } from '../../src/errors.js'
import type { Served } from '../http/serve.js'
import type { Visitor } from './classroom.js'

const newId = (letter: string) => letter + randomUUID().replaceAll('-', '').slice(0, 10).toUpperCase()

/** Somebody at a keyboard whom no school knows yet. */
export const newAccount = (over: Partial<ChatAccount> = {}): ChatAccount => ({
  platform: 'slack',
  space: 'T01SCHOOL',
  user: newId('U'),
  name: 'somebody',
  ...over,
})

export const newChannel = (over: Partial<ChatChannel> = {}): ChatChannel => ({
  platform: 'slack',
  space: 'T01SCHOOL',
  channel: newId('C'),
  ...over,
})

/** The code that a page shows. */
export async function codeOf(visitor: Visitor): Promise<string> {
  const answer = await visitor.ask('POST', '/api/v1/classroom/chat/code')
  expect(answer.status).toBe(201)
  return answer.json().code
}

/** The visitor's own account: they have typed the code of their page. */
export async function linked({ ctx }: Served, visitor: Visitor, over: Partial<ChatAccount> = {}): Promise<ChatAccount> {
  const account = newAccount(over)
  await linkAccount(ctx, account, await codeOf(visitor))
  return account
}

/** Why something was refused: its code and reason. What is not refused fails the test. */
export async function refusal(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: AppError) => thrown,
  )
  expect(error).toMatchObject({ name: 'AppError' })
  return [error?.code, error?.reason].filter(Boolean).join(' ')
}

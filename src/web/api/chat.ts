import type { AccountLink, CourseChannel, LinkCode } from '../../domain/chat.js'
import { ask, askJson } from './ask.js'

const root = '/api/v1/classroom/chat'
const items = async <T>(path: string, signal: AbortSignal): Promise<T[]> =>
  (await askJson<{ items: T[] }>(`${root}/${path}`, { signal })).items

export const issueLinkCode = () => askJson<LinkCode>(`${root}/code`, { method: 'POST' })
export const listAccountLinks = (signal: AbortSignal) => items<AccountLink>('links', signal)
export const removeAccountLink = (id: string) => ask(`${root}/links/${id}`, { method: 'DELETE' })
export const listChannels = (signal: AbortSignal) => items<CourseChannel>('channels', signal)
export const removeChannel = (id: string) => ask(`${root}/channels/${id}`, { method: 'DELETE' })

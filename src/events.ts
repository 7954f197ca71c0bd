import type { Logger } from './logger.js'

/** What has happened, in the past tense; ids only, nothing personal. A row is written before its event is told. */
export interface EventMap {
  'song.created': { tenant: string; song: string; person: string }
  'session.changed': { tenant: string; session: string; seq: number }
  'song.failed': { tenant: string; song: string; person: string; code: string }
}
export type EventName = keyof EventMap
type Listener<N extends EventName> = (event: EventMap[N]) => void | Promise<void>

/** Told within this process and then forgotten: what must not be lost is a job (see jobs.ts), not an event. */
export interface Events {
  /** Returns the way to stop listening. */
  on<N extends EventName>(name: N, listener: Listener<N>): () => void
  /** Tells every listener. One that fails is logged and breaks neither the others nor the teller. */
  emit<N extends EventName>(name: N, event: EventMap[N]): void
}

export function createEvents(log: Logger): Events {
  const listeners = new Map<EventName, Set<Listener<never>>>()
  return {
    on(name, listener) {
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => void heard.delete(listener)
    },
    emit(name, event) {
      for (const listener of [...(listeners.get(name) ?? [])] as Listener<typeof name>[]) {
        void tell(listener, event).catch((err: unknown) => log.error({ err, event: name }, 'a listener failed'))
      }
    },
  }
}

/** Async, so that a listener that throws at once and one that rejects later end in the same place. */
async function tell<N extends EventName>(listener: Listener<N>, event: EventMap[N]): Promise<void> {
  await listener(event)
}

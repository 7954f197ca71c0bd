import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Known } from './known.js'
import { SessionClient } from './session-client.js'

/** The session of this page; open as long as the page is. */
export function useSession(id: string): { client: SessionClient; known: Known } {
  const [client] = useState(() => new SessionClient(id))
  useEffect(() => {
    client.open()
    return () => client.close()
  }, [client])
  return { client, known: useSyncExternalStore(client.subscribe, client.current) }
}

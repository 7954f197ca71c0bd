import { useEffect, useState } from 'react'
import { type Asked, useAsked } from '../../api/use-asked.js'

/** As `useAsked`, and what was there stays on the page while it is asked again. `read` must not change but with what it reads. */
export function useFresh<T>(read: (signal: AbortSignal) => Promise<T>): Asked<T> & { again: () => void } {
  const { again, ...asked } = useAsked(read)
  const [last, setLast] = useState<{ read: typeof read; value: T } | null>(null)
  const here = asked.state === 'here' ? asked.value : undefined
  useEffect(() => {
    if (here !== undefined) setLast({ read, value: here })
  }, [here, read])
  if (asked.state === 'waiting' && last?.read === read) return { state: 'here', value: last.value, again }
  return { ...asked, again }
}

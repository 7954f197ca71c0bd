import { useEffect, useState } from 'react'

/** What is being written, kept in this tab until it is sent: nothing of it is lost when the page is loaded anew. */
export function useKept<T extends object>(place: string, begin: T): [T, (change: Partial<T>) => void, () => void] {
  const key = `lmm.${place}`
  const [value, setValue] = useState<T>(() => {
    try {
      return { ...begin, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<T>) }
    } catch {
      return begin
    }
  })
  const [touched, setTouched] = useState(false)
  useEffect(() => {
    if (!touched) return
    try {
      sessionStorage.setItem(key, JSON.stringify(value))
    } catch {
      // A frame that may keep nothing still works.
    }
  }, [key, value, touched])
  const change = (part: Partial<T>) => {
    setTouched(true)
    setValue((before) => ({ ...before, ...part }))
  }
  const sent = () => {
    setTouched(false)
    try {
      sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  }
  return [value, change, sent]
}

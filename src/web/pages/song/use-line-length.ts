import { useLayoutEffect, useRef, useState } from 'react'
import type { LineLength } from '../../../domain/song-file.js'

/** Pixels under which the words of printed lines would be too small to sing from. */
const narrow = 640

/** Lines as long as there is room for in the section that the sheet stands in; `null` until it was measured. */
export function useLineLength() {
  const section = useRef<HTMLElement>(null)
  const [lines, setLines] = useState<LineLength | null>(null)
  useLayoutEffect(() => {
    const measure = () => setLines(section.current && section.current.clientWidth < narrow ? 'short' : 'long')
    measure()
    const watch = new ResizeObserver(measure)
    if (section.current) watch.observe(section.current)
    return () => watch.disconnect()
  }, [])
  return { section, lines }
}

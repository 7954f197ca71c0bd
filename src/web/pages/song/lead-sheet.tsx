import { useEffect, useRef, useState } from 'react'
import type { Song } from '../../../domain/song.js'
import { asProblem, type Problem } from '../../api/problem.js'
import { readSheet } from '../../api/songs.js'
import { Button } from '../../design/button.js'
import { Callout } from '../../design/card.js'
import { Staff } from '../../design/staff.js'
import { Toggle } from '../../design/toggle.js'
import { useHeard } from './heard.js'
import { useSongPlace } from './song-place.js'
import { useLineLength } from './use-line-length.js'
import './lead-sheet.css'

/** Scrolls as little as keeps the bar in view, the sheet in its frame or else the page; not at all when it is in view. */
function bringIntoView(paper: HTMLElement, bar: Element) {
  const calm = !matchMedia('(prefers-reduced-motion: reduce)').matches
  const behavior = calm ? 'smooth' : 'auto'
  const [area, frame] = [bar.getBoundingClientRect(), paper.getBoundingClientRect()]
  const isFramed = paper.scrollHeight > paper.clientHeight + 1
  const aside = area.left < frame.left || area.right > frame.right
  const [top, bottom] = isFramed ? [frame.top, frame.bottom] : [80, innerHeight - 180]
  const off = area.top < top || area.bottom > bottom
  const down = off ? area.top - top - (bottom - top) * 0.15 : 0
  if (aside || (off && isFramed))
    paper.scrollBy({ left: aside ? area.left - frame.left - frame.width * 0.1 : 0, top: isFramed ? down : 0, behavior })
  if (off && !isFramed) window.scrollBy({ top: down, behavior })
}

/** The song on paper. The bar that sounds is marked; a click on a bar plays from there (the slider does the same by keyboard). */
export function LeadSheet({ song }: { song: Song }) {
  const paper = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'waiting' | 'here' | Problem>('waiting')
  const [times, setTimes] = useState(0)
  const [chords, setChords] = useState(true)
  const { playing, marked } = useHeard()
  const { bar, sounding, playFrom } = playing
  const place = useSongPlace(song)
  const { section, lines } = useLineLength()

  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is what `times` is for
  useEffect(() => {
    if (!lines) return
    const leaving = new AbortController()
    setState('waiting')
    readSheet(place, lines, leaving.signal).then(
      (text) => {
        const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
        paper.current?.replaceChildren(document.importNode(drawing, true))
        setState('here')
      },
      (thrown) => leaving.signal.aborted || setState(asProblem(thrown)),
    )
    return () => leaving.abort()
  }, [place, lines, times])

  useEffect(() => {
    const sheet = paper.current
    if (!sheet || state !== 'here') return
    for (const old of sheet.querySelectorAll('.bar-sounding, .bar-marked'))
      old.classList.remove('bar-sounding', 'bar-marked')
    const at = (wanted: number) => sheet.querySelector(`[data-bar="${wanted}"]`)
    if (marked !== null) at(marked)?.classList.add('bar-marked')
    const now = sounding ? at(bar) : null
    now?.classList.add('bar-sounding')
    if (now) bringIntoView(sheet, now)
  }, [bar, sounding, marked, state])

  return (
    <section ref={section} className="sheet" aria-labelledby="sheet-title">
      <div className="section-head">
        <h2 id="sheet-title">Lead sheet</h2>
        <Toggle on={chords} onChange={setChords}>
          Chord names
        </Toggle>
      </div>
      {state === 'waiting' && (
        <div className="sheet-waiting">
          <Staff />
          <Staff />
          <p className="soft">Engraving the notes …</p>
        </div>
      )}
      {typeof state === 'object' && (
        <Callout
          tone="care"
          title="The sheet could not be drawn"
          actions={
            <Button icon="again" onPress={() => setTimes((before) => before + 1)}>
              Draw it again
            </Button>
          }
        >
          The song is here all the same: its words are below, and it can be played.
        </Callout>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the slider and "Play from here" do the same by keyboard */}
      <section
        ref={paper}
        className={['sheet-paper', `sheet-${lines ?? 'long'}`, !chords && 'sheet-without-chords']
          .filter(Boolean)
          .join(' ')}
        aria-label="The lead sheet, to scroll"
        tabIndex={state === 'here' ? 0 : -1}
        hidden={state !== 'here'}
        onClick={(event) => {
          const clicked = (event.target as Element).closest('[data-bar]')?.getAttribute('data-bar')
          if (clicked) playFrom(Number(clicked))
        }}
      />
    </section>
  )
}

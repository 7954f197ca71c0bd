import { useMemo, useState } from 'react'
import type { ShownEvent } from '../../../domain/session/shown-event.js'
import { Disclosure } from '../../design/disclosure.js'
import { Waiting } from '../classroom/launched.js'
import { counted } from '../classroom/words.js'
import { Trouble } from '../trouble.js'
import { AuthorTag } from './author-tag.js'
import { deedWords, isOfAi, readable } from './deed-words.js'
import { type Room, useRoom } from './room.js'
import { SingerMark } from './singer-mark.js'
import { useEvents } from './use-events.js'
import { called, surfaceWords } from './words.js'
import './deeds.css'
import './said.css'

const clock = (at: string): string => new Intl.DateTimeFormat('en', { timeStyle: 'medium' }).format(new Date(at))
const day = (at: string): string => new Intl.DateTimeFormat('en', { dateStyle: 'full' }).format(new Date(at))

/** All that happened in the session, in order: who, what, when and from where. What a teacher grades by. */
export function WhoDidWhat() {
  const [open, setOpen] = useState(false)
  return (
    <Disclosure title="Who did what" level={2} open={open} onOpen={setOpen}>
      {open && <Told />}
    </Disclosure>
  )
}

function Told() {
  const { id, view } = useRoom()
  const { events: all, problem, again } = useEvents(id, view.seq)
  const events = useMemo(() => readable(all), [all])
  if (events.length === 0)
    return problem ? <Trouble problem={problem} again={again} /> : <Waiting what="Looking it up" />
  const days = [...new Set(events.map(({ at }) => day(at)))]
  return (
    <div className="stack">
      <Tally events={events} people={view.people} />
      {days.map((date) => (
        <section key={date} className="stack" aria-label={date}>
          <h3 className="session-side-subtitle">{date}</h3>
          <ol className="deeds">
            {events
              .filter(({ at }) => day(at) === date)
              .map((shown) => (
                <DeedItem key={shown.seq} shown={shown} view={view} />
              ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

function DeedItem({ shown, view }: { shown: ShownEvent; view: Room['view'] }) {
  const { at, by, surface, event } = shown
  const words = deedWords(event, view)
  if (!words) return null
  const who = view.people.find(({ number }) => number === by)
  return (
    <li className="deed">
      <time dateTime={at} className="small soft">
        {clock(at)}
      </time>
      <p>
        {who ? (
          <span className="author">
            <SingerMark number={who.number} />
            {called(who)}
          </span>
        ) : isOfAi(shown) ? (
          <AuthorTag by={{ kind: 'ai', number: null, name: 'AI', me: false }} />
        ) : (
          <span className="author">The group</span>
        )}{' '}
        {words}
        {who && surface && <span className="small soft deed-where"> · {surfaceWords[surface]}</span>}
      </p>
    </li>
  )
}

const counts = [
  ['hookProposed', 'hook'],
  ['voted', 'vote'],
  ['lineWritten', 'line written', 'lines written'],
  ['offerAnswered', 'offer of the AI taken', 'offers of the AI taken'],
  ['reflected', 'thought'],
] as const

/** In numbers, for who has thirty of them to look through. */
function Tally({ events, people }: { events: readonly ShownEvent[]; people: Room['view']['people'] }) {
  const done = (number: number): string[] =>
    counts.flatMap(([type, one, many]) => {
      const count = events.filter(
        ({ by, event }) => by === number && event.type === type && (event.type !== 'offerAnswered' || event.taken),
      ).length
      return count === 0 ? [] : [counted(count, one, many)]
    })
  return (
    <ul className="authors" aria-label="How much each has done">
      {people
        .filter(({ role }) => role !== 'teacher')
        .map((one) => (
          <li key={one.number}>
            <span className="author">
              <SingerMark number={one.number} />
              {called(one)}
            </span>
            <span>{done(one.number).join(', ') || 'nothing yet'}</span>
          </li>
        ))}
    </ul>
  )
}

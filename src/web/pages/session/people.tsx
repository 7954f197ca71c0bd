import { Badge, Card } from '../../design/card.js'
import { type Person, useRoom } from './room.js'
import { SingerMark } from './singer-mark.js'
import { called, surfaceWords } from './words.js'
import './people.css'

const roles: Record<Person['role'], string | null> = { host: 'host', teacher: 'teacher', member: null }

/** Who is in the session, where they sit and what they are at. */
export function People() {
  const { view, online, typing } = useRoom()
  const over = view.stage === 'finished' || view.stage === 'cancelled'
  const title = over ? 'Who took part' : 'Who is here'
  const doing = ({ number, here, surface, me }: Person): string => {
    const where = surface ? surfaceWords[surface] : ''
    if (!here) return 'has left'
    if (me || over) return where
    if (typing.some((one) => one.number === number)) return 'is writing …'
    return online && !online.includes(number) ? `${where}, away just now` : where
  }
  return (
    <Card label={title}>
      <h2 className="session-side-title">{title}</h2>
      <ul className="people">
        {view.people.map((one) => (
          <li key={one.number} className="person" data-here={one.here}>
            <SingerMark number={one.number} />
            <span className="person-words">
              <span className="person-name">
                {called(one)} {roles[one.role] && <Badge>{roles[one.role]}</Badge>}
              </span>
              <span className="small soft">{doing(one)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The same in one line, for narrow screens: where the list itself is far below. */
export function PeopleInBrief() {
  const { view, typing } = useRoom()
  const here = view.people.filter((one) => one.here)
  const writing = here.filter((one) => !one.me && typing.some(({ number }) => number === one.number))
  return (
    <p className="people-brief small">
      <span className="people-brief-marks" aria-hidden="true">
        {here.slice(0, 8).map(({ number }) => (
          <SingerMark key={number} number={number} />
        ))}
      </span>
      {here.length === 1 ? 'One is here' : `${here.length} are here`}
      {writing[0] && `, ${writing[0].name} is writing`}
    </p>
  )
}

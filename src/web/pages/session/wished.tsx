import { Badge, Card } from '../../design/card.js'
import { counted } from '../classroom/words.js'
import { levelWords } from '../request/levels.js'
import '../classroom/brief.css'
import { nameOfGenre } from '../song/blend.js'
import { useRoom } from './room.js'
import { StageEnd } from './stage-end.js'

/** What the song is to be about, to read. `only`: these fields alone, as the others can be changed. */
export function BriefList({ only }: { only?: readonly string[] }) {
  const { view, genres } = useRoom()
  const { topic, genres: kinds, skillLevel, gradeLevel, keyTerms, facts } = view.request
  const shows = (field: string) => only === undefined || only.includes(field)
  const nameOf = (id: string) => nameOfGenre(id, genres)
  const rows = [
    { field: 'topic', name: 'About', text: topic || 'not said yet' },
    { field: 'genres', name: 'Music', text: kinds.length > 0 ? kinds.map(nameOf).join(' with ') : 'as it comes' },
    { field: 'skillLevel', name: 'Level', text: levelWords[skillLevel] },
    { field: 'gradeLevel', name: 'Grade', text: String(gradeLevel) },
    ...(facts.length > 0 ? [{ field: 'facts', name: 'Facts', text: `${counted(facts.length, 'fact')} to sing` }] : []),
  ].filter(({ field }) => shows(field))
  return (
    <>
      <dl className="brief-list">
        {rows.map(({ field, name, text }) => (
          <div key={field}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {keyTerms.length > 0 && shows('keyTerms') && (
        <ul className="row" aria-label="Words it should use">
          {keyTerms.map((term) => (
            <li key={term}>
              <Badge>{term}</Badge>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

export const Wished = () => (
  <>
    <Card label="What the song is to be about">
      <h2 className="session-side-title">What the song is to be about</h2>
      <BriefList />
    </Card>
    <StageEnd words="Start with the hooks">Waiting until everybody is here.</StageEnd>
  </>
)

import type { AssignmentSettings } from '../../../domain/assignment.js'
import type { GenreInBrief } from '../../api/library.js'
import { Badge, Card } from '../../design/card.js'
import { Disclosure } from '../../design/disclosure.js'
import { nameOfGenre } from '../song/blend.js'
import { points } from './words.js'
import './brief.css'
import { levelWords } from '../request/levels.js'

interface BriefProps {
  settings: AssignmentSettings
  genres: readonly GenreInBrief[]
}

/** What the teacher asks for, in words. */
export function Brief({ settings, genres }: BriefProps) {
  const { topic, instructions, keyTerms, facts, skillLevel, mode } = settings
  const named = settings.genres.map((id) => nameOfGenre(id, genres))
  return (
    <Card label="What to do">
      <h2>What to do</h2>
      <p>
        Make a song about <strong>{topic}</strong> and hand it in. It is worth{' '}
        <strong>
          {points(settings.points)} {settings.points === 1 ? 'point' : 'points'}
        </strong>
        .
      </p>
      {instructions && <p className="brief-instructions">{instructions}</p>}
      <dl className="brief-list">
        <div>
          <dt>Music</dt>
          <dd>
            {named.length >= 2
              ? named.join(' with ')
              : named.length === 1
                ? `${named[0]} with one that you choose`
                : 'two kinds that you choose'}
          </dd>
        </div>
        <div>
          <dt>Level</dt>
          <dd>{skillLevel ? levelWords[skillLevel] : 'as you choose'}</dd>
        </div>
        <div>
          <dt>You work</dt>
          <dd>
            {mode.kind === 'alone' ? 'alone' : `in groups of up to ${mode.size}: one song, made and handed in together`}
          </dd>
        </div>
      </dl>
      {keyTerms.length > 0 && (
        <div className="stack brief-terms">
          <h3>Words it should use</h3>
          <ul className="row">
            {keyTerms.map((term) => (
              <li key={term}>
                <Badge>{term}</Badge>
              </li>
            ))}
          </ul>
        </div>
      )}
      {facts.length > 0 && (
        <Disclosure title={`${facts.length === 1 ? 'A fact' : `${facts.length} facts`} to sing of`}>
          <ul className="brief-facts">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  )
}

import { useEffect, useRef, useState } from 'react'
import type { SessionRequest } from '../../../domain/session/commands.js'
import { Badge, Card } from '../../design/card.js'
import { ComboBox } from '../../design/choices.js'
import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { GenreChoice } from '../classroom/genre-choice.js'
import { useAct } from '../classroom/use-act.js'
import { levelWords } from '../classroom/words.js'
import { useTopics } from '../studio/use-library.js'
import { ActNote } from './act-note.js'
import { useRoom } from './room.js'
import { StageEnd } from './stage-end.js'

const levels = (['beginner', 'intermediate', 'advanced'] as const).map((value) => ({ value, name: levelWords[value] }))
const listed = (text: string): string[] =>
  text
    .split(/[,\n;]/)
    .map((part) => part.trim())
    .filter(Boolean)

/** After a pause in typing; and before the stage is closed in any case. */
const pauseMs = 700

export const Lobby = () => (useRoom().rights.leads ? <Wishes /> : <Wished />)

/** What the song is to be about, as its host says it: sent by itself, and shown to all. */
function Wishes() {
  const { view, genres, give } = useRoom()
  const [draft, setDraft] = useState<Partial<SessionRequest>>({})
  const [terms, setTerms] = useState(view.request.keyTerms.join(', '))
  const { problem, act } = useAct()
  const asked = useTopics()
  const topics = asked.state === 'here' ? asked.value : []
  const timer = useRef<number>(undefined)
  const latest = useRef(draft)
  latest.current = draft
  const request = { ...view.request, ...draft }

  async function send(): Promise<void> {
    clearTimeout(timer.current)
    const { topic, ...others } = latest.current
    const wish = { ...others, ...(topic?.trim() && { topic: topic.trim() }) }
    if (Object.keys(wish).length === 0) return
    await give({ type: 'setRequest', request: wish })
    setDraft((now) => (now === latest.current ? {} : now))
  }
  const change = (part: Partial<SessionRequest>, pause = pauseMs) => {
    setDraft((before) => ({ ...before, ...part }))
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => act(send), pause)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  return (
    <>
      <Card label="What the song is to be about">
        <ComboBox
          label="What is it about?"
          hint="Pick a topic from the list, or write your own."
          placeholder="photosynthesis"
          groups={[{ name: 'Topics', choices: topics }]}
          text={request.topic}
          onText={(topic) => change({ topic })}
          chosen={topics.find(({ name }) => name === request.topic)?.id ?? null}
          free
          onChoose={(id) => change({ topic: topics.find((topic) => topic.id === id)?.name ?? '' }, 0)}
          none="Not in the list? That is fine, write it as you like."
        />
        <div className="settings-pair">
          {[0, 1].map((slot) => (
            <GenreChoice
              key={slot}
              label={slot === 0 ? 'First kind of music' : 'Second kind of music'}
              placeholder={slot === 0 ? 'trap, samba, k-pop …' : 'baroque, blues, gamelan …'}
              genres={genres}
              chosen={request.genres[slot] ?? null}
              onChoose={(id) => {
                const next = [0, 1].map((at) => (at === slot ? id : (request.genres[at] ?? null)))
                change({ genres: next.filter((one) => one !== null) }, 0)
              }}
            />
          ))}
        </div>
        <PickOne
          label="How much music do you know?"
          value={request.skillLevel}
          onChange={(skillLevel) => change({ skillLevel }, 0)}
          options={levels}
        />
        <Field
          label="Words it should use"
          hint="Key terms from class, with commas between them. It may stay empty."
          value={terms}
          onChange={(text) => {
            setTerms(text)
            change({ keyTerms: listed(text) })
          }}
        />
        <ActNote problem={problem} />
      </Card>
      <StageEnd words="Start with the hooks" isDisabled={request.topic.trim() === ''} first={send}>
        {request.topic.trim() === ''
          ? 'Say what it is about, then you can start.'
          : 'Everybody here? More can come in later too.'}
      </StageEnd>
    </>
  )
}

/** The same to read. */
function Wished() {
  const { view, genres } = useRoom()
  const { topic, genres: kinds, skillLevel, keyTerms } = view.request
  const names = kinds.map((id) => genres.find((genre) => genre.id === id)?.name ?? id)
  return (
    <>
      <Card label="What the song is to be about">
        <dl className="brief-list">
          <div>
            <dt>About</dt>
            <dd>{topic || 'not said yet'}</dd>
          </div>
          <div>
            <dt>Music</dt>
            <dd>{names.length > 0 ? names.join(' with ') : 'as it comes'}</dd>
          </div>
          <div>
            <dt>Level</dt>
            <dd>{levelWords[skillLevel]}</dd>
          </div>
        </dl>
        {keyTerms.length > 0 && (
          <ul className="row" aria-label="Words it should use">
            {keyTerms.map((term) => (
              <li key={term}>
                <Badge>{term}</Badge>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <StageEnd words="Start with the hooks">Waiting until everybody is here.</StageEnd>
    </>
  )
}

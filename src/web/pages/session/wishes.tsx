import { useState } from 'react'
import type { SessionRequest } from '../../../domain/session/commands.js'
import { Card } from '../../design/card.js'
import { Field } from '../../design/field.js'
import { PickOne } from '../../design/pick-one.js'
import { levelWords } from '../classroom/words.js'
import { ActNote } from './act-note.js'
import { listed, MoreWishes } from './more-wishes.js'
import { useRoom } from './room.js'
import { StageEnd } from './stage-end.js'
import { useWishes } from './use-wishes.js'
import { GenreWishes, TopicWish } from './wish-fields.js'
import { BriefList } from './wished.js'

const levels = (['beginner', 'intermediate', 'advanced'] as const).map((value) => ({ value, name: levelWords[value] }))
/** What keeps the group from starting, in words for its host; `null` when nothing does. One kind of music is no mashup. */
function missingIn({ topic, genres }: Pick<SessionRequest, 'topic' | 'genres'>): string | null {
  if (topic.trim() === '') return 'Say what it is about, then you can start.'
  return genres.length === 1 ? 'Choose another kind of music to blend with it, then you can start.' : null
}

/** What the song is to be about, as its host says it. What the teacher has settled is told, and not asked. */
export function Wishes() {
  const { view } = useRoom()
  const { request, change, send, problem } = useWishes()
  const [terms, setTerms] = useState(view.request.keyTerms.join(', '))
  const { fields, genres } = view.settled
  const free = (field: string) => !fields.includes(field)
  const [more, setMore] = useState(view.request.facts.length > 0)
  const missing = missingIn(request)
  const settled = [...fields, ...(genres.length >= 2 ? ['genres'] : [])]
  return (
    <>
      {settled.length > 0 && (
        <Card label="What your teacher has settled">
          <h2 className="session-side-title">Your teacher has settled this</h2>
          <BriefList only={settled} />
        </Card>
      )}
      <Card label="What the song is to be about">
        <h2 className="session-side-title">
          {settled.length > 0 ? 'This is yours to choose' : 'Say what it is about'}
        </h2>
        {free('topic') && <TopicWish topic={request.topic} onTopic={(topic, pause) => change({ topic }, pause)} />}
        {genres.length < 2 && (
          <GenreWishes chosen={request.genres} settled={genres} onChoose={(next) => change({ genres: next }, 0)} />
        )}
        {free('skillLevel') && (
          <PickOne
            label="How much music do you know?"
            value={request.skillLevel}
            onChange={(skillLevel) => change({ skillLevel }, 0)}
            options={levels}
          />
        )}
        {free('keyTerms') && (
          <Field
            label="Words it should use"
            hint="Key terms from class, with commas between them. It may stay empty."
            value={terms}
            onChange={(text) => {
              setTerms(text)
              change({ keyTerms: listed(text, /[,\n;]/) })
            }}
          />
        )}
        {(free('facts') || free('gradeLevel')) && (
          <MoreWishes request={request} free={free} change={change} open={more} onOpen={setMore} />
        )}
        <ActNote problem={problem} />
      </Card>
      <StageEnd
        words="Start with the hooks"
        isDisabled={missing !== null}
        first={send}
        onRefused={({ code }) => code === 'facts_needed' && setMore(true)}
      >
        {missing ?? 'Everybody here? More can come in later too.'}
      </StageEnd>
    </>
  )
}

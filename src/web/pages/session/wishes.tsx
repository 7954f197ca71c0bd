import { useState } from 'react'
import { Card } from '../../design/card.js'
import { PickOne } from '../../design/pick-one.js'
import { entry } from '../request/form.js'
import { GenreFields } from '../request/genre-fields.js'
import { levels } from '../request/levels.js'
import { TopicField } from '../request/topic-field.js'
import { useTopics } from '../request/use-library.js'
import { WrittenField } from '../request/written-field.js'
import { nameOfGenre } from '../song/blend.js'
import { ActNote } from './act-note.js'
import { MoreWishes } from './more-wishes.js'
import { useRoom } from './room.js'
import { StageEnd } from './stage-end.js'
import { useWishes } from './use-wishes.js'
import type { WishDraft } from './wish-draft.js'
import { BriefList } from './wished.js'

/** What keeps the group from starting, in words for its host; `null` when nothing does. One kind of music is no mashup. */
function missingIn({ topic, genres }: WishDraft): string | null {
  if (topic.trim() === '') return 'Say what it is about, then you can start.'
  return genres.filter(Boolean).length === 1
    ? 'Choose another kind of music to blend with it, then you can start.'
    : null
}

/** What the song is to be about, as its host says it. What the teacher has settled is told, and not asked. */
export function Wishes() {
  const { view, genres: known } = useRoom()
  const { form, send, problem } = useWishes()
  const topics = useTopics()
  const { fields, genres } = view.settled
  const free = (field: string) => !fields.includes(field)
  const [more, setMore] = useState(view.request.facts.length > 0)
  const missing = missingIn(form.draft)
  const settled = [...fields, ...(genres.length >= 2 ? ['genres'] : [])]
  const { value: chosen, onChange: choose } = entry(form, 'genres')
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
        {free('topic') && (
          <TopicField
            label="What is it about?"
            topics={topics.state === 'here' ? topics.value : []}
            {...entry(form, 'topic')}
          />
        )}
        {genres.length === 0 && <GenreFields genres={known} chosen={chosen} onChange={choose} />}
        {genres.length === 1 && (
          <GenreFields
            labels={[null, `What to blend with ${nameOfGenre(genres[0]!, known)}`]}
            genres={known}
            chosen={chosen}
            onChange={choose}
          />
        )}
        {free('skillLevel') && (
          <PickOne label="How much music do you know?" options={levels} {...entry(form, 'skillLevel')} />
        )}
        {free('keyTerms') && <WrittenField of="keyTerms" form={form} />}
        {(free('facts') || free('gradeLevel')) && <MoreWishes form={form} free={free} open={more} onOpen={setMore} />}
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

import { ComboBox } from '../../design/choices.js'
import { GenreChoice } from '../classroom/genre-choice.js'
import { useTopics } from '../studio/use-library.js'
import { useRoom } from './room.js'

export function TopicWish({ topic, onTopic }: { topic: string; onTopic: (topic: string, pause?: number) => void }) {
  const asked = useTopics()
  const topics = asked.state === 'here' ? asked.value : []
  return (
    <ComboBox
      label="What is it about?"
      hint="Pick a topic from the list, or write your own."
      placeholder="photosynthesis"
      groups={[{ name: 'Topics', choices: topics }]}
      text={topic}
      onText={onTopic}
      chosen={topics.find(({ name }) => name === topic)?.id ?? null}
      free
      onChoose={(id) => onTopic(topics.find((one) => one.id === id)?.name ?? '', 0)}
      none="Not in the list? Write it as you like, and add three facts below."
    />
  )
}

interface GenreWishesProps {
  chosen: readonly string[]
  settled: readonly string[]
  onChoose: (genres: string[]) => void
}

/** Two kinds of music; where the teacher has settled one, the other. */
export function GenreWishes({ chosen, settled, onChoose }: GenreWishesProps) {
  const { genres } = useRoom()
  const names = ['First kind of music', 'Second kind of music']
  const slots = [0, 1].filter((slot) => slot >= settled.length)
  const fixed = settled.map((id) => genres.find((genre) => genre.id === id)?.name ?? id).join(' and ')
  return (
    <div className="settings-pair">
      {slots.map((slot) => (
        <GenreChoice
          key={slot}
          label={settled.length > 0 ? `What to blend with ${fixed}` : names[slot]!}
          placeholder={slot === 0 ? 'trap, samba, k-pop …' : 'baroque, blues, gamelan …'}
          genres={genres}
          chosen={chosen[slot] ?? null}
          onChoose={(id) => {
            const next = [0, 1].map((at) => (at === slot ? id : (chosen[at] ?? null)))
            onChoose(next.filter((one) => one !== null))
          }}
        />
      ))}
    </div>
  )
}

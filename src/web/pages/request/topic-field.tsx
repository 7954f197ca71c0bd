import { useMemo } from 'react'
import type { TopicInBrief } from '../../api/library.js'
import { ComboBox } from '../../design/combo-box.js'
import { topicNamed } from './use-library.js'

const subjectNames: Record<TopicInBrief['subject'], string> = {
  science: 'Science',
  mathematics: 'Mathematics',
  'history-civics': 'History and civics',
  geography: 'Geography',
  'language-literature': 'Language and literature',
  'arts-health': 'Arts and health',
}

interface TopicFieldProps {
  label: string
  topics: readonly TopicInBrief[]
  value: string
  onChange: (topic: string) => void
  /** One of the list was picked, as its name alone does not tell. */
  onPick?: (topic: TopicInBrief) => void
  trouble?: string | undefined
}

/** What a song is about: a topic of the library by its subject, or words of one's own. */
export function TopicField({ label, topics, value, onChange, onPick, trouble }: TopicFieldProps) {
  const groups = useMemo(
    () =>
      Object.entries(subjectNames).map(([subject, name]) => ({
        name,
        choices: topics.filter((topic) => topic.subject === subject),
      })),
    [topics],
  )
  return (
    <ComboBox
      label={label}
      hint={
        topics.length > 0
          ? `Pick one of the ${topics.length} in the list, or write your own and give three facts about it.`
          : 'A word or a sentence.'
      }
      placeholder="photosynthesis"
      groups={groups}
      text={value}
      onText={onChange}
      chosen={topicNamed(value, topics)?.id ?? null}
      free
      onChoose={(id) => {
        const topic = topics.find((one) => one.id === id)
        onChange(topic?.name ?? '')
        if (topic) onPick?.(topic)
      }}
      none="Not in the list? Write it as you like, and give three facts about it."
      trouble={trouble}
    />
  )
}

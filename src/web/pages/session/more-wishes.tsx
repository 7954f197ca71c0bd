import { useState } from 'react'
import { Disclosure } from '../../design/disclosure.js'
import { Field } from '../../design/field.js'
import type { useWishes } from './use-wishes.js'

/** A list as people write it. */
export const listed = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean)

type Change = ReturnType<typeof useWishes>['change']

interface MoreWishesProps {
  request: ReturnType<typeof useWishes>['request']
  free: (field: string) => boolean
  change: Change
  open: boolean
  onOpen: (open: boolean) => void
}

/** What a topic outside the library needs, and how old the group is. */
export function MoreWishes({ request, free, change, ...shown }: MoreWishesProps) {
  const [facts, setFacts] = useState(request.facts.join('\n'))
  const [grade, setGrade] = useState(String(request.gradeLevel))
  const isGrade = /^([1-9]|1[0-2])$/.test(grade.trim())
  return (
    <Disclosure title={free('gradeLevel') ? 'Facts and grade' : 'Facts'} {...shown}>
      <div className="stack">
        {free('facts') && (
          <Field
            label="Facts it should sing"
            hint="Each a short sentence, on a line of its own. A topic that is not in the list needs three of them."
            placeholder={'Bees dance to show where flowers are.\nA queen bee lays all the eggs.'}
            rows={4}
            value={facts}
            onChange={(text) => {
              setFacts(text)
              change({ facts: listed(text, /\n/) })
            }}
          />
        )}
        {free('gradeLevel') && (
          <Field
            label="School grade"
            hint="1 to 12. The words are made to fit it."
            inputMode="numeric"
            value={grade}
            onChange={(text) => {
              setGrade(text)
              if (/^([1-9]|1[0-2])$/.test(text.trim())) change({ gradeLevel: Number(text) })
            }}
            trouble={isGrade ? undefined : 'Please give a number from 1 to 12.'}
          />
        )}
      </div>
    </Disclosure>
  )
}

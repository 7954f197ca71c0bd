import { useState } from 'react'
import { Disclosure } from '../../design/disclosure.js'
import { Field } from '../../design/field.js'
import type { Draft, Troubles } from './draft.js'

interface MoreWishesProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  wrong: Troubles
}

/** What a teacher may have asked for, folded away for everybody else; open where something in it is wrong. */
export function MoreWishes({ draft, onChange, wrong }: MoreWishesProps) {
  const [open, setOpen] = useState(false)
  const needed = ['grade', 'keyTerms', 'facts', 'seed'].some((field) => field in wrong)
  return (
    <Disclosure title="More wishes: grade, words, facts" open={open || needed} onOpen={setOpen}>
      <div className="more-wishes">
        <Field
          label="School grade"
          hint="1 to 12. The words are made to fit it."
          inputMode="numeric"
          value={draft.grade}
          onChange={(grade) => onChange({ grade })}
          trouble={wrong.grade}
        />
        <Field
          label="Words it should use"
          hint="With commas between them."
          value={draft.keyTerms}
          onChange={(keyTerms) => onChange({ keyTerms })}
          trouble={wrong.keyTerms}
          rows={2}
        />
        <Field
          label="Facts it should sing"
          hint="Each on a line of its own."
          value={draft.facts}
          onChange={(facts) => onChange({ facts })}
          trouble={wrong.facts}
          rows={3}
        />
        <Field
          label="Seed"
          hint="The same wishes with the same seed give the same song."
          inputMode="numeric"
          value={draft.seed}
          onChange={(seed) => onChange({ seed })}
          trouble={wrong.seed}
        />
      </div>
    </Disclosure>
  )
}

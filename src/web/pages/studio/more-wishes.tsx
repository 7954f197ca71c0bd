import { useState } from 'react'
import { Disclosure } from '../../design/disclosure.js'
import type { Form } from '../request/form.js'
import { WrittenField } from '../request/written-field.js'
import type { Draft } from './draft.js'

const fields = ['gradeLevel', 'keyTerms', 'facts', 'seed'] as const

/** What a teacher may have asked for, folded away for everybody else; open where something in it is wrong. */
export function MoreWishes({ form }: { form: Form<Draft> }) {
  const [open, setOpen] = useState(false)
  const needed = fields.some((field) => field in form.wrong)
  return (
    <Disclosure title="More wishes: grade, words, facts" open={open || needed} onOpen={setOpen}>
      <div className="abreast">
        {fields.map((field) => (
          <WrittenField key={field} of={field} form={form} />
        ))}
      </div>
    </Disclosure>
  )
}

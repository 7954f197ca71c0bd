import { Disclosure } from '../../design/disclosure.js'
import type { Form } from '../request/form.js'
import { WrittenField } from '../request/written-field.js'
import type { WishDraft } from './wish-draft.js'

interface MoreWishesProps {
  form: Form<WishDraft>
  free: (field: string) => boolean
  open: boolean
  onOpen: (open: boolean) => void
}

/** What a topic outside the library needs, and how old the group is. */
export const MoreWishes = ({ form, free, ...shown }: MoreWishesProps) => (
  <Disclosure title={free('gradeLevel') ? 'Facts and grade' : 'Facts'} {...shown}>
    <div className="stack">
      {free('facts') && <WrittenField of="facts" form={form} />}
      {free('gradeLevel') && <WrittenField of="gradeLevel" form={form} />}
    </div>
  </Disclosure>
)

import { Field } from '../../design/field.js'
import { entry, type Form } from './form.js'
import { type WrittenName, written } from './written.js'

interface WrittenFieldProps<Name extends WrittenName> {
  of: Name
  form: Form<Record<Name, string>>
}

/** A field of a request that is written, the same on every page. */
export function WrittenField<Name extends WrittenName>({ of, form }: WrittenFieldProps<Name>) {
  const { shown } = written[of]
  return <Field {...shown} {...entry(form, of)} />
}

import type { Troubles } from './troubles.js'

/** A form, as each part of it is given it: what stands in it, what to do when that changes, what is wrong with it. */
export interface Form<Draft> {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  wrong: Troubles<Draft>
}

/** What one field of a form is given. */
export const entry = <Draft, Name extends keyof Draft>({ draft, onChange, wrong }: Form<Draft>, name: Name) => ({
  value: draft[name],
  onChange: (value: Draft[Name]) => onChange({ [name]: value } as unknown as Partial<Draft>),
  trouble: wrong[name],
})

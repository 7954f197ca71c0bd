import type { ReactNode } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { FieldName } from './field-name.js'
import './pick-one.css'

interface PickOneProps<T extends string> {
  label: string
  hint?: string
  value: T
  onChange: (value: T) => void
  options: readonly { value: T; name: string; detail?: ReactNode }[]
}

/** A few ways to go on, all in sight. */
export function PickOne<T extends string>({ label, hint, value, onChange, options }: PickOneProps<T>) {
  return (
    <RadioGroup className="pick-one" value={value} onChange={(next) => onChange(next as T)}>
      <FieldName label={label} hint={hint} />
      <div className="pick-one-options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="pick-one-option">
            <span className="pick-one-dot" aria-hidden="true" />
            <span>
              <strong>{option.name}</strong>
              {option.detail && <span className="pick-one-detail">{option.detail}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}

import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField, type TextFieldProps } from 'react-aria-components/TextField'
import { FieldName } from './field-name.js'
import { Icon } from './icon.js'
import './field.css'

/** What is wrong, under the field it is about; read with the field by screen readers. */
export function FieldTrouble({ children }: { children: ReactNode }) {
  return (
    <FieldError className="field-trouble">
      <Icon name="care" />
      <span>{children}</span>
    </FieldError>
  )
}

interface FieldProps extends Omit<TextFieldProps, 'children' | 'className'> {
  label: string
  hint?: ReactNode
  /** In kind words; the field counts as wrong while there is one. */
  trouble?: string | undefined
  /** Lines of text it has room for. */
  rows?: number
  placeholder?: string
  inputMode?: 'text' | 'numeric' | 'decimal'
}

export function Field({ label, hint, trouble, rows = 1, placeholder, inputMode, ...rest }: FieldProps) {
  return (
    <TextField {...rest} isInvalid={trouble !== undefined} className="field">
      <FieldName label={label} hint={hint} />
      {rows > 1 ? (
        <TextArea className="field-input" rows={rows} placeholder={placeholder} />
      ) : (
        <Input className="field-input" placeholder={placeholder} inputMode={inputMode} />
      )}
      {trouble && <FieldTrouble>{trouble}</FieldTrouble>}
    </TextField>
  )
}

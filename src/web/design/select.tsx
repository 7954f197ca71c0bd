import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { type Choice, ChoiceItem } from './choice-list.js'
import { FieldTrouble } from './field.js'
import { FieldName } from './field-name.js'
import { Icon } from './icon.js'
import './field.css'

interface SelectProps {
  label: string
  hint?: string
  trouble?: string | undefined
  choices: readonly Choice[]
  value: string
  onChange: (id: string) => void
}

/** One of a few that are all known. */
export function Select({ label, hint, trouble, choices, value, onChange }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      isInvalid={trouble !== undefined}
    >
      <FieldName label={label} hint={hint} />
      <Button className="field-input field-select">
        <SelectValue />
        <Icon name="down" />
      </Button>
      {trouble && <FieldTrouble>{trouble}</FieldTrouble>}
      <Popover className="choices-popover">
        <ListBox className="choices" items={choices}>
          {(choice) => <ChoiceItem choice={choice} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}

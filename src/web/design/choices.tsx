import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, Input, Label, Popover, Text } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Collection, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldTrouble } from './field.js'
import { Icon } from './icon.js'
import './field.css'

export interface Choice {
  id: string
  name: string
  /** Beside the name, smaller. */
  detail?: string
  mark?: ReactNode
}
export interface ChoiceGroup {
  name: string
  choices: Choice[]
}

const ChoiceItem = ({ choice }: { choice: Choice }) => (
  <ListBoxItem id={choice.id} textValue={choice.name} className="choice">
    {choice.mark}
    <span>{choice.name}</span>
    {choice.detail && <span className="choice-detail">{choice.detail}</span>}
  </ListBoxItem>
)

const ChoiceList = ({ groups, none }: { groups: readonly ChoiceGroup[]; none: string }) => (
  <ListBox className="choices" items={groups} renderEmptyState={() => <p className="choices-none">{none}</p>}>
    {(group) => (
      <ListBoxSection id={group.name} className="choices-section">
        <Header>{group.name}</Header>
        <Collection items={group.choices}>{(choice) => <ChoiceItem choice={choice} />}</Collection>
      </ListBoxSection>
    )}
  </ListBox>
)

interface Asked {
  label: string
  hint?: string
  trouble?: string | undefined
  groups: readonly ChoiceGroup[]
}

interface ComboBoxProps extends Asked {
  /** What is written in the field. */
  text: string
  onText: (text: string) => void
  onChoose: (id: string) => void
  placeholder?: string
  /** Said when nothing fits. */
  none?: string
  /** Whether words of one's own are as good as a choice of the list. */
  free?: boolean
}

/** Type to find, or open to browse. The caller decides which groups fit what is written. */
export function ComboBox({
  label,
  hint,
  trouble,
  groups,
  text,
  onText,
  onChoose,
  placeholder,
  none,
  free,
}: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      items={groups}
      inputValue={text}
      onInputChange={onText}
      onSelectionChange={(key) => key !== null && onChoose(String(key))}
      selectedKey={null}
      allowsCustomValue={free ?? false}
      allowsEmptyCollection={none !== undefined}
      menuTrigger="input"
      isInvalid={trouble !== undefined}
    >
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <div className="field-box">
        <Input className="field-input" placeholder={placeholder} autoComplete="off" />
        <Button className="field-open" aria-label={`Browse: ${label}`}>
          <Icon name="down" />
        </Button>
      </div>
      {trouble && <FieldTrouble>{trouble}</FieldTrouble>}
      <Popover className="choices-popover">
        <ChoiceList groups={groups} none={none ?? ''} />
      </Popover>
    </AriaComboBox>
  )
}

interface SelectProps extends Omit<Asked, 'groups'> {
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
      <Label className="field-label">{label}</Label>
      {hint && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
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

import { type ReactNode, useMemo } from 'react'
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
  /** Other names that it is found by. */
  aliases?: readonly string[]
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

const ChoiceList = ({ none }: { none: string }) => (
  <ListBox<ChoiceGroup> className="choices" renderEmptyState={() => <p className="choices-none">{none}</p>}>
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
  /** The choice that is made. */
  chosen?: string | null
  /** Words of one's own are as good as a choice. */
  free?: boolean
  onChoose: (id: string) => void
  placeholder?: string
  /** Said when nothing fits. */
  none: string
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Type to find, by other names too, or open to browse. */
export function ComboBox({
  label,
  hint,
  trouble,
  groups,
  text,
  onText,
  chosen,
  free = chosen === undefined,
  onChoose,
  placeholder,
  none,
}: ComboBoxProps) {
  const words = useMemo(
    () =>
      new Map(
        groups.flatMap(({ choices }) =>
          choices.map(({ name, aliases = [] }) => [name, fold([name, ...aliases].join('\n'))]),
        ),
      ),
    [groups],
  )
  const names = useMemo(
    () => new Map(groups.flatMap(({ choices }) => choices.map(({ id, name }) => [id, name]))),
    [groups],
  )
  return (
    <AriaComboBox
      className="field"
      defaultItems={groups}
      defaultFilter={(name, typed) => (words.get(name) ?? fold(name)).includes(fold(typed.trim()))}
      inputValue={text}
      onInputChange={onText}
      selectedKey={chosen ?? null}
      onSelectionChange={(key) => {
        if (key !== null) onChoose(String(key))
        // Left without a choice: what is written goes back to what is chosen, or the list would open again.
        if (!free) onText(names.get(String(key)) ?? '')
      }}
      allowsCustomValue={free}
      allowsEmptyCollection={!free}
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
        <Button className="field-open" aria-label="Browse">
          <Icon name="down" />
        </Button>
      </div>
      {trouble && <FieldTrouble>{trouble}</FieldTrouble>}
      <Popover className="choices-popover">
        <ChoiceList none={none} />
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

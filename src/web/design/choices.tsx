import { type FocusEvent, type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, Input, Label, Popover, Text } from 'react-aria-components/ComboBox'
import { Header } from 'react-aria-components/Header'
import { Collection, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { FieldTrouble } from './field.js'
import { fits, foundByOf, meantBy } from './find-choice.js'
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

/** Type to find, by other names too, or open to browse. Who types and goes on has chosen what they mean, where that is plain. */
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
  const foundBy = useMemo(() => foundByOf(groups), [groups])
  const names = useMemo(
    () => new Map(groups.flatMap(({ choices }) => choices.map(({ id, name }) => [id, name]))),
    [groups],
  )
  /** Written since something was picked. */
  const typed = useRef('')
  function meant(input: HTMLInputElement): string | null {
    const found = free || input.getAttribute('aria-activedescendant') ? null : meantBy(typed.current, groups, foundBy)
    typed.current = ''
    return found
  }
  function take(id: string) {
    onChoose(id)
    onText(names.get(id) ?? '')
  }
  /** In place of what the library does, which is to put back what was chosen before. */
  function onEnter(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-expanded') !== 'true') return
    const id = meant(event.currentTarget)
    if (id === null) return
    event.preventDefault()
    event.stopPropagation()
    take(id)
  }
  /** After the library has put it back, which it does as the focus goes. */
  function onLeave({ currentTarget }: FocusEvent<HTMLInputElement>) {
    const id = meant(currentTarget)
    if (id !== null) setTimeout(() => take(id))
  }
  return (
    <AriaComboBox
      className="field"
      defaultItems={groups}
      defaultFilter={(name, typed) => fits(name, typed, foundBy)}
      inputValue={text}
      onInputChange={onText}
      selectedKey={chosen ?? null}
      onSelectionChange={(key) => {
        typed.current = ''
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
        <Input
          className="field-input"
          placeholder={placeholder}
          autoComplete="off"
          onInputCapture={({ currentTarget }) => {
            typed.current = currentTarget.value
          }}
          onKeyDownCapture={onEnter}
          onBlurCapture={onLeave}
        />
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

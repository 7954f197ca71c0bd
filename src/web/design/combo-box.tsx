import { type FocusEvent, type KeyboardEvent, useMemo, useRef } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox, Input, Popover } from 'react-aria-components/ComboBox'
import { type ChoiceGroup, ChoiceList } from './choice-list.js'
import { FieldTrouble } from './field.js'
import { FieldName } from './field-name.js'
import { fits, foundByOf, meantBy } from './find-choice.js'
import { Icon } from './icon.js'
import './field.css'

interface ComboBoxProps {
  label: string
  hint?: string
  trouble?: string | undefined
  groups: readonly ChoiceGroup[]
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
      <FieldName label={label} hint={hint} />
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

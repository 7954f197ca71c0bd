import type { ReactNode } from 'react'
import { Switch } from 'react-aria-components/Switch'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import './toggle.css'

interface ToggleProps {
  on: boolean
  onChange: (on: boolean) => void
  children: ReactNode
}

/** Something that is shown or not, at once. */
export const Toggle = ({ on, onChange, children }: ToggleProps) => (
  <Switch className="toggle" isSelected={on} onChange={onChange}>
    <span className="toggle-track" aria-hidden="true" />
    <span>{children}</span>
  </Switch>
)

/** A small button that stays down: "Mute", "Solo". */
export const ToggleChip = ({ on, onChange, children, label }: ToggleProps & { label: string }) => (
  <ToggleButton className="button button-plain toggle-chip" isSelected={on} onChange={onChange} aria-label={label}>
    {children}
  </ToggleButton>
)

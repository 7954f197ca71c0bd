import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.js'
import './card.css'

export type Tone = 'good' | 'care' | 'bad' | 'note'
const toneIcons: Record<Tone, IconName> = { good: 'check', care: 'care', bad: 'care', note: 'note' }
const toneNames: Record<Tone, string> = { good: 'Good', care: 'Take care', bad: 'Wrong', note: 'Note' }

export const Card = ({
  children,
  as: As = 'section',
  label,
}: {
  children: ReactNode
  as?: 'section' | 'article' | 'div' | 'li'
  label?: string
}) => (
  <As className="card" aria-label={label}>
    {children}
  </As>
)

/** Said to the reader beside the course of the page. The tone is told by sign and word as well as by colour. */
export const Callout = ({
  tone,
  title,
  children,
  actions,
}: {
  tone: Tone
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
}) => (
  <div className={`callout tone-${tone}`}>
    <Icon name={toneIcons[tone]} />
    <div className="stack callout-body">
      <span className="visually-hidden">{toneNames[tone]}: </span>
      {title && <p className="callout-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  </div>
)

/** A word or two about the thing beside it. */
export const Badge = ({ children, tone }: { children: ReactNode; tone?: Tone }) => (
  <span className={`badge${tone ? ` tone-${tone}` : ''}`}>
    {tone && <Icon name={toneIcons[tone]} />}
    {children}
  </span>
)

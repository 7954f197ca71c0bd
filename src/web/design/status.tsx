import type { ReactNode } from 'react'
import { Callout } from './card.js'
import { Staff } from './staff.js'
import './status.css'

/** A share of something done, in words as well. `value` from 0 to 1; without one, it goes on for an unknown time. */
export const Progress = ({ label, value, said }: { label: string; value?: number; said?: string }) => (
  <div className="progress">
    <div className="progress-names">
      <span>{label}</span>
      {said && <span>{said}</span>}
    </div>
    <progress aria-label={label} {...(value !== undefined && { value })} max={1} />
  </div>
)

/** Nothing here yet, and what to do about it. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) => (
  <div className="empty">
    <Staff />
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
)

interface ErrorMessageProps {
  title: string
  children?: ReactNode
  /** What can be done about it. */
  actions?: ReactNode
  /** Under which the log knows it. */
  reference?: string | undefined
}

/** What went wrong, read out at once. */
export const ErrorMessage = ({ title, children, actions, reference }: ErrorMessageProps) => (
  <div role="alert">
    <Callout tone="bad" title={title} actions={actions}>
      {children}
      {reference && <p className="small soft error-reference">Reference for your teacher: {reference}</p>}
    </Callout>
  </div>
)

/** For screen readers alone: said when it changes, once what is being said is over. */
export const Announcement = ({ children }: { children: ReactNode }) => (
  <p className="visually-hidden" role="status">
    {children}
  </p>
)

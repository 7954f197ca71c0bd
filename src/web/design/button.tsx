import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from './icon.js'
import './button.css'

interface Look {
  /** `main`: what this page is for, once on it; `plain`: everything else; `quiet`: beside other things. */
  look?: 'main' | 'plain' | 'quiet'
  icon?: IconName
  children?: ReactNode
}

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'>, Look {}

export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button button-${look}${children ? '' : ' button-round'}`}>
      {icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

/** A link that does what a button would: a download, another page. */
export function LinkButton({
  look = 'plain',
  icon,
  children,
  ...rest
}: Look & { href: string; download?: boolean | string; 'aria-label'?: string }) {
  return (
    <a {...rest} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

import type { ReactNode } from 'react'
import { Dialog as AriaDialog, DialogTrigger, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './button.js'
import './dialog.css'

interface DialogProps {
  title: string
  /** The button that opens it. */
  trigger: ReactNode
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A question or a form before the page goes on. Escape and "Close" leave it. */
export const Dialog = ({ title, trigger, children }: DialogProps) => (
  <DialogTrigger>
    {trigger}
    <ModalOverlay className="dialog-veil" isDismissable>
      <Modal className="dialog-place">
        <AriaDialog className="dialog">
          {({ close }) => (
            <>
              <div className="dialog-head">
                <Heading slot="title" level={2}>
                  {title}
                </Heading>
                <Button look="quiet" icon="close" aria-label="Close" onPress={close} />
              </div>
              {typeof children === 'function' ? children(close) : children}
            </>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  </DialogTrigger>
)

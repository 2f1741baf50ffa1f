import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import style from './dialog.module.css'

interface DialogProps {
  title: string
  /** Escape; leave it out when the dialog must be answered. */
  onClose?: () => void
  children: ReactNode
}

/** The browser's own modal dialog: the page behind is inert, and the focus goes back to where it was. Shown while it is mounted. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId()
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={element}
      className={style.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose?.()
      }}
    >
      <h2 id={titleId} className={style.title}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}

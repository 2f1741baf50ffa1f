import { MantineThemeProvider } from '@mantine/core'
import { useId, useLayoutEffect, useState, type ReactNode } from 'react'
import style from './dialog.module.css'

interface DialogProps {
  title: string
  /** Escape; leave it out when the dialog must be answered. */
  onClose?: () => void
  children: ReactNode
}

/**
 * The browser's own modal dialog: the page behind is inert, and the focus goes back to where it was. Shown while it is mounted. It
 * lies above everything else of the page, so what opens out of it (a derivation, a list of choices) has to be laid into it.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId()
  const [dialog, setDialog] = useState<HTMLDialogElement | null>(null)
  useLayoutEffect(() => {
    dialog?.showModal()
    return () => dialog?.close()
  }, [dialog])
  return (
    <dialog
      ref={setDialog}
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
      <MantineThemeProvider
        inherit
        theme={dialog ? { components: { Portal: { defaultProps: { target: dialog } } } } : {}}
      >
        {children}
      </MantineThemeProvider>
    </dialog>
  )
}

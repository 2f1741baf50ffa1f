import { Popover } from '@mantine/core'
import '@mantine/core/styles/Popover.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './money.module.css'
import { Skeleton } from './skeleton.tsx'

interface DerivationSheetProps {
  label: string
  /** The amount as it is written. */
  children: ReactNode
  /** What stands under the heading. */
  load: () => Promise<ReactNode>
}

/** The amount and what it opens into; comes in place of the amount alone when somebody presses it, and opens at once. */
export function DerivationSheet({ label, children, load }: DerivationSheetProps) {
  const t = useMessages(messages)
  const [opened, setOpened] = useState(false)
  const [content, setContent] = useState<ReactNode>()
  const amount = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The button that was pressed is gone: the press goes on at this one, and the focus comes back to it.
    amount.current?.focus()
    amount.current?.click()
  }, [])
  const onOpen = () => {
    if (content === undefined) load().then(setContent, () => setContent(<p>{t('errorText')}</p>))
  }
  return (
    <Popover opened={opened} onChange={setOpened} onOpen={onOpen} position="bottom-end" withArrow trapFocus returnFocus>
      <Popover.Target>
        <button
          ref={amount}
          type="button"
          className={style.open}
          aria-label={label}
          onClick={() => setOpened((before) => !before)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls by itself, so the keyboard must reach it */}
        <div className={style.derivation} tabIndex={0}>
          <h3>{t('derivation')}</h3>
          {content ?? <Skeleton lines={3} />}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

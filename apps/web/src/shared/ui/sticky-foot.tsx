import { Button } from '@mantine/core'
import { IconArrowDown, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { focusField } from './error-summary.tsx'
import { messages } from './messages.ts'
import style from './sticky-foot.module.css'

interface StickyFootProps {
  /** Names of the fields that are still missing, in the order of the page. */
  missing: readonly string[]
  /** Saving, going on: shown at the end. */
  actions?: ReactNode
  /** Goes to a field that is not on this page, or opens its section; default: focuses it here. */
  onGo?: (field: string) => void
}

/** "7 things missing · next": always in sight, jumps to the first gap after the cursor and focuses it. */
export function StickyFoot({ missing, actions, onGo = focusField }: StickyFootProps) {
  const t = useMessages(messages)
  const goNext = () => {
    const here =
      document.activeElement instanceof HTMLElement
        ? (document.activeElement.getAttribute('name') ?? document.activeElement.id)
        : ''
    const next = missing[(missing.indexOf(here) + 1) % missing.length]
    if (next !== undefined) onGo(next)
  }
  return (
    <div className={style.foot}>
      <output className={style.state} data-complete={missing.length === 0}>
        {missing.length === 0 ? <IconCircleCheck size={20} aria-hidden /> : null}
        {missing.length === 0 ? t('nothingMissing') : t('missing', { count: missing.length })}
      </output>
      {missing.length > 0 ? (
        <Button variant="default" rightSection={<IconArrowDown size={18} aria-hidden />} onClick={goNext}>
          {t('next')}
        </Button>
      ) : null}
      {actions ? <div className={style.actions}>{actions}</div> : null}
    </div>
  )
}

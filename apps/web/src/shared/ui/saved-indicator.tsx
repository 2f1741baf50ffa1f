import { IconCheck, IconCloudOff, IconLoader2 } from '@tabler/icons-react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { messages } from './messages.ts'
import style from './saved-indicator.module.css'

export type SavedState = { kind: 'saving' } | { kind: 'saved'; at: string } | { kind: 'failed' } | { kind: 'untouched' }

/** Saving is silent and visible: "Saved 10:32". */
export function SavedIndicator({ state }: { state: SavedState }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <output className={style.saved} data-kind={state.kind}>
      {state.kind === 'saving' ? <IconLoader2 size={18} aria-hidden /> : null}
      {state.kind === 'saved' ? <IconCheck size={18} aria-hidden /> : null}
      {state.kind === 'failed' ? <IconCloudOff size={18} aria-hidden /> : null}
      {state.kind === 'saving' ? t('saving') : null}
      {state.kind === 'saved' ? t('saved', { time: format.time(state.at) }) : null}
      {state.kind === 'failed' ? t('saveFailed') : null}
    </output>
  )
}

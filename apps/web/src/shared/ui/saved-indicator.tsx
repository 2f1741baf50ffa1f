import { IconArrowsSplit, IconCheck, IconCloudOff, IconDeviceFloppy, IconLoader2 } from '@tabler/icons-react'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { messages } from './messages.ts'
import style from './saved-indicator.module.css'

export type SavedState =
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** The office does not have it; this device does. */
  | { kind: 'kept' }
  | { kind: 'conflict'; count: number }
  /** Nobody has it but the page. */
  | { kind: 'failed' }
  | { kind: 'untouched' }

/** Saving is silent and visible: "Saved 10:32". */
export function SavedIndicator({ state }: { state: SavedState }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <output className={style.saved} data-kind={state.kind}>
      {state.kind === 'saving' ? <IconLoader2 size={18} aria-hidden /> : null}
      {state.kind === 'saved' ? <IconCheck size={18} aria-hidden /> : null}
      {state.kind === 'kept' ? <IconDeviceFloppy size={18} aria-hidden /> : null}
      {state.kind === 'conflict' ? <IconArrowsSplit size={18} aria-hidden /> : null}
      {state.kind === 'failed' ? <IconCloudOff size={18} aria-hidden /> : null}
      {state.kind === 'saving' ? t('saving') : null}
      {state.kind === 'saved' ? t('saved', { time: format.time(state.at) }) : null}
      {state.kind === 'kept' ? t('savedHere') : null}
      {state.kind === 'conflict' ? t('saveConflict', { count: state.count }) : null}
      {state.kind === 'failed' ? t('saveFailed') : null}
    </output>
  )
}

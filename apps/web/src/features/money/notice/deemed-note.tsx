import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DeemedNoteFragmentDoc } from './deemed-note.generated.ts'
import type { DeemedNoteFragment } from './deemed-note.generated.ts'
import { messages } from './messages.ts'

/** Why the month costs what it costs although nobody declared it, and what to do. */
export function DeemedNote({ bill: ref }: { bill: FragmentType<DeemedNoteFragment> }) {
  const { period, deemedFrom, declaredSince } = useOwnFields(DeemedNoteFragmentDoc, ref)
  const t = useMessages(messages)
  const format = useFormat()
  if (!deemedFrom) return null
  const words = { period: format.period(period), from: format.period(deemedFrom) }
  return declaredSince ? (
    <Notice tone="info">{t('deemedSettled', words)}</Notice>
  ) : (
    <Notice tone="warning">{t('deemedNote', words)}</Notice>
  )
}

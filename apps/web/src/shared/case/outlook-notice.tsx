import { useMessages } from '../lib/language-context.tsx'
import { Notice } from '../ui/notice.tsx'
import { outlookMessages } from './outlook-messages.ts'
import type { OutlookFragment } from './procedure.generated.ts'
import { usePeople } from './who-may-act.tsx'

/** Before the first step: who may begin, or that it could not be finished. Nothing where all is well. */
export function OutlookNotice({ outlook }: { outlook: OutlookFragment | null | undefined }) {
  const t = useMessages(outlookMessages)
  const wordsOf = usePeople()
  if (!outlook) return null
  const { mayOpen, finishable, openers, better } = outlook
  if (!mayOpen)
    return (
      <Notice tone="info">
        {openers.length > 0 ? t('mayOpen', { people: wordsOf(openers) }) : t('mayOpenNobody')}
      </Notice>
    )
  if (finishable) return null
  return (
    <Notice tone="warning">
      {better.length > 0 ? t('unfinishable', { people: wordsOf(better) }) : t('unfinishableAll')}
    </Notice>
  )
}

import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'

/** Said over the page whose save was refused: what was typed stays on it. The way on is the switch in the top bar. */
export function MandateEnded({ lastDay }: { lastDay: string }) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Notice tone="refused">
      <strong>{t('endedTitle')}</strong>
      <p>{t('endedText', { date: format.date(lastDay) })}</p>
    </Notice>
  )
}

import { Button } from '@mantine/core'
import { useMessages } from '../lib/language-context.tsx'
import { useFormat } from '../lib/use-format.ts'
import { Notice } from '../ui/notice.tsx'
import { messages } from './messages.ts'

/** The form begins with what was typed here before; nothing where it does not. */
export function RestoredNotice({ typedAt, onDiscard }: { typedAt: string | undefined; onDiscard: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (typedAt === undefined) return null
  return (
    <Notice tone="info">
      <p>{t('restored', { time: format.time(typedAt) })}</p>
      <Button size="compact-sm" variant="default" onClick={onDiscard}>
        {t('restoreOff')}
      </Button>
    </Notice>
  )
}

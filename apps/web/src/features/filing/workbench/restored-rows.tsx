import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'

interface RestoredRowsProps {
  rows: number
  typedAt: string
  onUndo: () => void
}

/** The lists begin with what was typed here before and never arrived. */
export function RestoredRows({ rows, typedAt, onUndo }: RestoredRowsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <Notice tone="info">
      <p>{t('restored', { rows, time: format.instant(typedAt) })}</p>
      <Button size="compact-sm" variant="default" onClick={onUndo}>
        {t('undoRestored')}
      </Button>
    </Notice>
  )
}

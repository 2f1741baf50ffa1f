import { Button } from '@mantine/core'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './workbench.module.css'

interface SelectedLinesProps {
  count: number
  onSelectShown: () => void
  onClear: () => void
  onRemove: () => void
}

/** What can be done with those selected. Without a selection the tools are about everybody shown. */
export function SelectedLines({ count, onSelectShown, onClear, onRemove }: SelectedLinesProps) {
  const t = useMessages(messages)
  if (count === 0) return null
  return (
    <output className={style.selection}>
      <span>{t('selected', { count })}</span>
      <Button size="compact-md" variant="default" onClick={onSelectShown}>
        {t('selectShown')}
      </Button>
      <Button size="compact-md" variant="default" color="zhu.7" onClick={onRemove}>
        {t('remove')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={onClear}>
        {t('clearSelection')}
      </Button>
    </output>
  )
}

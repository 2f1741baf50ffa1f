import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { messages } from './messages.ts'
import style from './selected-people.module.css'

const ConfirmDialog = later(async () => (await import('../../../shared/ui/confirm-dialog.tsx')).ConfirmDialog)

interface SelectedPeopleProps {
  count: number
  /** Is being removed now. */
  busy: boolean
  onRemove: () => Promise<void>
  onSelectAll: () => void
  onClear: () => void
}

/** What can be done with those selected: they are taken off the list only after the question. */
export function SelectedPeople({ count, busy, onRemove, onSelectAll, onClear }: SelectedPeopleProps) {
  const t = useMessages(messages)
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    await onRemove()
    setAsking(false)
  }
  return (
    <>
      {count > 0 ? (
        <output className={style.selection}>
          <span>{t('selected', { count })}</span>
          <Button size="compact-md" color="zhu.7" onClick={() => setAsking(true)}>
            {t('removeSelected')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onSelectAll}>
            {t('selectAll')}
          </Button>
          <Button size="compact-md" variant="subtle" onClick={onClear}>
            {t('clearSelection')}
          </Button>
        </output>
      ) : null}
      {asking ? (
        <Suspense fallback={null}>
          <ConfirmDialog
            opened
            title={t('removeTitle', { count })}
            consequence={t('removeText', { count })}
            verb={t('removeSelected')}
            grave
            busy={busy}
            onConfirm={() => void remove()}
            onCancel={() => setAsking(false)}
          />
        </Suspense>
      ) : null}
    </>
  )
}

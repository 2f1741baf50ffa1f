import { Button, Checkbox } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { messages } from './messages.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { RemindUndeclaredDocument } from './undeclared.generated.ts'
import style from './undeclared.module.css'
import type { Month, Said, Undeclared } from './undeclared.ts'

/** As many as the office takes at once. */
const mostAtOnce = 100

interface BulkStepsProps {
  month: Month
  employers: readonly Undeclared[]
  chosen: readonly Undeclared[]
  onChoose: (ids: readonly string[]) => void
  onSaid: Said
}

export function BulkSteps({ month, employers, chosen, onChoose, onSaid }: BulkStepsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  const [asking, setAsking] = useState<'remind' | 'propose'>()
  const [remind, { loading }] = useMutation(RemindUndeclaredDocument)
  const all = employers.slice(0, mostAtOnce)
  const count = chosen.length
  const carryOut = async () => {
    try {
      const { data } = await remind({ variables: { period: month.period, employerIds: chosen.map(({ id }) => id) } })
      const done = data?.remindUndeclared
      if (!done) throw new Error('no answer')
      onSaid({
        tone: 'done',
        text: [
          t('reminded', { count: done.reminded }),
          ...(done.already > 0 ? [t('already', { count: done.already })] : []),
          ...(done.settled > 0 ? [t('settled', { count: done.settled })] : []),
        ],
      })
    } catch {
      onSaid({ tone: 'refused', text: [t('failed')] })
    } finally {
      setAsking(undefined)
    }
  }
  return (
    <div className={style.bulk}>
      <Checkbox
        size="sm"
        label={count > 0 ? t('chosen', { count }) : t('chooseAll')}
        checked={count > 0 && count === all.length}
        indeterminate={count > 0 && count < all.length}
        onChange={() => onChoose(count === all.length ? [] : all.map(({ id }) => id))}
      />
      <Button size="sm" disabled={count === 0 || count > mostAtOnce} onClick={() => setAsking('remind')}>
        {t('remind')}
      </Button>
      <Button
        size="sm"
        variant="default"
        disabled={count === 0 || count > mostAtOnce || month.overdueDays === 0}
        onClick={() => setAsking('propose')}
      >
        {t('propose')}
      </Button>
      {month.overdueDays === 0 ? <span className="quiet">{t('notDue')}</span> : null}
      <ConfirmDialog
        opened={asking === 'remind'}
        title={t('remindTitle', { count, period: format.period(month.period) })}
        consequence={t('remindText')}
        verb={t('remind')}
        busy={loading}
        onCancel={() => setAsking(undefined)}
        onConfirm={() => void carryOut()}
      />
      {asking === 'propose' ? (
        <ProposeDialog month={month} chosen={chosen} onClose={() => setAsking(undefined)} onSaid={onSaid} />
      ) : null}
    </div>
  )
}

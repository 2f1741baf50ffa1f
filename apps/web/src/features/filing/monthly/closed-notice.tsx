import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { MoveMonthlyDocument, type MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { isForbidden } from './use-monthly-window.ts'

interface ClosedNoticeProps {
  declaration: Pick<MonthlyHeadFragment, 'id' | 'revision' | 'period'>
  /** The month that is declared now. */
  open: string
  /** Reads the declaration anew. */
  renew: () => Promise<unknown>
}

/** The cut-off passed while it was being written: all of it moves to the month that is open, with one button. */
export function ClosedNotice({ declaration: { id, revision, period }, open, renew }: ClosedNoticeProps) {
  const t = useMessages(declarationMessages)
  const format = useFormat()
  const [move, { loading }] = useMutation(MoveMonthlyDocument)
  const [problem, setProblem] = useState<string>()
  const months = { open: format.period(open), period: format.period(period) }
  const carryOut = async () => {
    setProblem(undefined)
    try {
      const { data } = await move({ variables: { declarationId: id, expectedRevision: revision } })
      const answer = data?.moveMonthlyDeclaration
      if (answer?.__typename === 'MonthlyNotMoved') {
        if (answer.code === 'MONTH_TAKEN') return setProblem(t('movedMONTH_TAKEN', months))
        setProblem(t(answer.code === 'NOT_NEEDED' ? 'movedNOT_NEEDED' : 'movedOther'))
      } else if (answer?.__typename === 'MonthlyConflict') setProblem(t('conflict'))
      await renew()
    } catch (error) {
      setProblem(t(isForbidden(error) ? 'forbidden' : 'failed'))
    }
  }
  return (
    <Notice tone="warning">
      <strong>{t('closedTitle', months)}</strong>
      <p>{t('closedText', months)}</p>
      {problem ? <p role="alert">{problem}</p> : null}
      <div className={style.actions}>
        <Button loading={loading} onClick={() => void carryOut()}>
          {t('move', months)}
        </Button>
      </div>
    </Notice>
  )
}

import { Button } from '@mantine/core'
import { Suspense, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { later } from '../../../shared/lib/later.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { CancelMonthlyDocument, WithdrawMonthlyDocument, type MonthlyHeadFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import { isForbidden } from './use-monthly-window.ts'

const StaleNotice = later(async () => (await import('../../../shared/case/stale-notice.tsx')).StaleNotice)
const ConfirmDialog = later(async () => (await import('../../../shared/ui/confirm-dialog.tsx')).ConfirmDialog)

interface StepButtonProps {
  event: 'WITHDRAW' | 'CANCEL'
  declaration: MonthlyHeadFragment
  renew: () => Promise<unknown>
}

/** Takes it back before its review, or gives it up: asked for once more, and told when it is no longer so. */
export function StepButton({ event, declaration, renew }: StepButtonProps) {
  const t = useMessages(declarationMessages)
  const [asking, setAsking] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [problem, setProblem] = useState<string>()
  const [withdraw, withdrawing] = useMutation(WithdrawMonthlyDocument)
  const [cancel, cancelling] = useMutation(CancelMonthlyDocument)
  const withdraws = event === 'WITHDRAW'
  const { id: declarationId, mark: decidedOn, version, receipt, counts } = declaration
  const take = async () => {
    const variables = { declarationId, decidedOn }
    if (withdraws) return (await withdraw({ variables })).data?.withdrawMonthlyDeclaration
    return (await cancel({ variables })).data?.cancelMonthlyDeclaration
  }
  const carryOut = async () => {
    setProblem(undefined)
    setStale(undefined)
    try {
      const outcome = await take()
      if (outcome?.__typename === 'StaleDecision') setStale(outcome)
      else {
        if (outcome?.__typename !== 'MonthlyStepDone') setProblem(t(withdraws ? 'notWithdrawn' : 'notCancelled'))
        await renew()
      }
    } catch (error) {
      setProblem(t(isForbidden(error) ? 'forbidden' : 'failed'))
    } finally {
      setAsking(false)
    }
  }
  return (
    <>
      <Suspense>
        {stale ? <StaleNotice stale={stale} onShow={() => renew().then(() => setStale(undefined))} /> : null}
      </Suspense>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <Button variant="default" {...(withdraws ? {} : { size: 'compact-sm' })} onClick={() => setAsking(true)}>
        {t(withdraws ? 'withdraw' : 'cancel')}
      </Button>
      <Suspense>
        <ConfirmDialog
          opened={asking}
          grave
          busy={withdrawing.loading || cancelling.loading}
          title={t(withdraws ? 'withdrawTitle' : 'cancelTitle')}
          verb={t(withdraws ? 'withdraw' : 'cancel')}
          consequence={
            withdraws
              ? t('withdrawText', { version: String(version), formNo: receipt?.formNo ?? '' })
              : t('cancelText', { count: counts.changes })
          }
          onConfirm={() => void carryOut()}
          onCancel={() => setAsking(false)}
        />
      </Suspense>
    </>
  )
}

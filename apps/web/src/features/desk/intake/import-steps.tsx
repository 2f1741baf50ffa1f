import { Button, Textarea } from '@mantine/core'
import { amountInCapitals, ZERO_FEN } from '@shebao/kernel'
import { useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Import } from './import-type.ts'
import {
  ApplyImportDocument,
  CheckImportAgainDocument,
  DiscardImportDocument,
  ReleaseImportDocument,
  TakeBackImportDocument,
} from './intake.generated.ts'
import type { ApplyImportMutation } from './intake.generated.ts'
import style from './intake.module.css'
import { mayBring, mayRelease } from './may-import.ts'
import { messages } from './messages.ts'

type Step = 'apply' | 'release' | 'checkAgain' | 'discard' | 'takeBack'
type Outcome = ApplyImportMutation['applyImport']

interface StepsProps {
  found: Import
  renew: () => Promise<unknown>
}

/** What may be done with a file now, by whom, and what came of it. */
export function ImportSteps({ found, renew }: StepsProps) {
  const t = useMessages(messages)
  const { roles } = useViewer()
  const [asking, setAsking] = useState<Step>()
  const [outcome, setOutcome] = useState<Outcome | 'failed'>()
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState(false)
  const { run, busy } = useSteps(found)
  const take = async (step: Step) => {
    if (step === 'takeBack' && !isText(reason)) return setWrong(true)
    const answer = await run(step, reason)
    setOutcome(answer)
    setAsking(undefined)
    if (answer !== 'failed' && answer.__typename !== 'StaleDecision') await renew()
  }
  return (
    <section className={style.steps} aria-live="polite">
      <Said outcome={outcome} renew={renew} onShown={() => setOutcome(undefined)} />
      <Offered
        found={found}
        roles={roles}
        busy={busy}
        onPress={(step) => (step === 'checkAgain' ? void take(step) : setAsking(step))}
      />
      <Ask
        found={found}
        asking={asking}
        busy={busy}
        onCancel={() => setAsking(undefined)}
        onConfirm={(step) => void take(step)}
      >
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={wrong && !isText(reason) ? t('reasonWrong') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Ask>
    </section>
  )
}

function useSteps({ id, mark }: Import) {
  const [apply, applying] = useMutation(ApplyImportDocument)
  const [release, releasing] = useMutation(ReleaseImportDocument)
  const [check, checking] = useMutation(CheckImportAgainDocument)
  const [discard, discarding] = useMutation(DiscardImportDocument)
  const [takeBack, taking] = useMutation(TakeBackImportDocument)
  const variables = { id, decidedOn: mark }
  const send = async (step: Step, reason: string): Promise<Outcome | undefined> => {
    switch (step) {
      case 'apply':
        return (await apply({ variables })).data?.applyImport
      case 'release':
        return (await release({ variables })).data?.releaseImport
      case 'checkAgain':
        return (await check({ variables })).data?.checkImportAgain
      case 'discard':
        return (await discard({ variables })).data?.discardImport
      case 'takeBack':
        return (await takeBack({ variables: { ...variables, reason } })).data?.takeBackImport
    }
  }
  const run = async (step: Step, reason: string): Promise<Outcome | 'failed'> => {
    try {
      return (await send(step, reason)) ?? 'failed'
    } catch {
      return 'failed'
    }
  }
  return { run, busy: [applying, releasing, checking, discarding, taking].some(({ loading }) => loading) }
}

interface OfferedProps {
  found: Import
  roles: readonly string[]
  busy: boolean
  onPress: (step: Step) => void
}

function Offered({ found, roles, busy, onPress }: OfferedProps) {
  const t = useMessages(messages)
  const { state, errorRows, needsSecondPerson, mine } = found
  if (state === 'APPLIED')
    return mayRelease(roles) ? (
      <Button variant="default" loading={busy} onClick={() => onPress('takeBack')}>
        {t('takeBack')}
      </Button>
    ) : null
  if (state !== 'CHECKED') return null
  if (!mayBring(roles)) return <p className="quiet">{t('mayNot')}</p>
  const releaseIsOthers = needsSecondPerson && (mine || !mayRelease(roles))
  const step = needsSecondPerson ? 'release' : 'apply'
  return (
    <>
      {errorRows > 0 ? <Notice tone="warning">{t('fixFirst')}</Notice> : null}
      {errorRows === 0 && releaseIsOthers ? <Notice tone="info">{t('waitsForOther')}</Notice> : null}
      <div className={style.buttons}>
        {errorRows === 0 && !releaseIsOthers ? (
          <Button loading={busy} onClick={() => onPress(step)}>
            {t(step)}
          </Button>
        ) : null}
        <Button variant="default" loading={busy} onClick={() => onPress('checkAgain')}>
          {t('checkAgain')}
        </Button>
        <Button variant="default" loading={busy} onClick={() => onPress('discard')}>
          {t('discard')}
        </Button>
      </div>
    </>
  )
}

interface AskProps {
  found: Import
  asking: Step | undefined
  busy: boolean
  onConfirm: (step: Step) => void
  onCancel: () => void
  /** Why it is taken back. */
  children: React.ReactNode
}

function Ask({ found, asking, busy, onConfirm, onCancel, children }: AskProps) {
  const t = useMessages(messages)
  const format = useFormat()
  if (asking === undefined || asking === 'checkAgain') return null
  const { rows, warningRows: warnings, fileName: file } = found
  const kind = t(found.kind)
  const amount = found.amount ?? ZERO_FEN
  const texts = {
    apply: { title: t('applyTitle', { rows }), text: t('applyText', { kind, file, rows, warnings }) },
    release: {
      title: t('applyTitle', { rows }),
      text: t('releaseText', { kind, file, rows, amount: format.yuan(amount), capitals: amountInCapitals(amount) }),
    },
    discard: { title: t('discardTitle'), text: t('discardText') },
    takeBack: { title: t('takeBackTitle', { rows }), text: t('takeBackText') },
  }
  const { title, text } = texts[asking]
  return (
    <ConfirmDialog
      opened
      title={title}
      verb={t(asking)}
      grave={asking === 'takeBack'}
      busy={busy}
      onCancel={onCancel}
      onConfirm={() => onConfirm(asking)}
      consequence={
        <>
          <p>{text}</p>
          {asking === 'takeBack' ? children : null}
        </>
      }
    />
  )
}

interface SaidProps {
  outcome: Outcome | 'failed' | undefined
  renew: () => Promise<unknown>
  onShown: () => void
}

function Said({ outcome, renew, onShown }: SaidProps) {
  const t = useMessages(messages)
  if (outcome === undefined) return null
  if (outcome === 'failed') return <Notice tone="refused">{t('failed')}</Notice>
  if (outcome.__typename === 'ImportStepTaken') return <Notice tone="done">{t('done')}</Notice>
  if (outcome.__typename === 'StaleDecision') {
    const stale: StaleDecisionFragment = outcome
    return <StaleNotice stale={stale} onShow={() => renew().then(onShown)} />
  }
  const standing = outcome.standing.map(({ kind, count }) => t(`standing${kind}`, { count })).join('、')
  return (
    <Notice tone="refused">
      {outcome.reason === 'STANDS_ON_IT' ? t('STANDS_ON_IT', { standing }) : t(outcome.reason)}
    </Notice>
  )
}

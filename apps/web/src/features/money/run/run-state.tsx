import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ProgressPanel } from '../../../shared/ui/progress-panel.tsx'
import { PauseBillingRunDocument, ResumeBillingRunDocument } from './run.generated.ts'
import { RunStateFragmentDoc } from './run-state.generated.ts'
import type { RunStateFragment } from './run-state.generated.ts'
import style from './run.module.css'
import { Figures } from './figures.tsx'
import { mayRun } from './may-run.ts'
import { messages } from './messages.ts'
import { useRate } from './use-rate.ts'

interface RunStateProps {
  run: FragmentType<RunStateFragment>
  /** Told whether the run is worth watching. */
  onWatch: (running: boolean) => void
  onChanged: () => void
}

export function RunState({ run: ref, onWatch, onChanged }: RunStateProps) {
  const run = useOwnFields(RunStateFragmentDoc, ref)
  const running = run.status === 'RUNNING'
  useEffect(() => {
    onWatch(running)
    return () => onWatch(false)
    // Only a change of state starts or ends the watch.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [running])
  if (running) return <Running run={run} onChanged={onChanged} />
  return run.status === 'PAUSED' ? <Paused run={run} onChanged={onChanged} /> : <Result run={run} />
}

function Running({ run, onChanged }: { run: RunStateFragment; onChanged: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const viewer = useViewer()
  const rate = useRate(run.employersDone)
  const [pause, { loading }] = useMutation(PauseBillingRunDocument)
  const { press, said } = useControl(onChanged, async () => {
    const { data } = await pause({ variables: { id: run.id, decidedOn: run.mark } })
    return data?.pauseBillingRun
  })
  return (
    <div className={style.running}>
      <ProgressPanel
        title={run.kind === 'DIFFERENCE' ? t('runningDifference') : t('running', { period: format.period(run.period) })}
        done={run.employersDone}
        total={run.employersTotal}
        {...(rate ? { rate, rateWords: t('rate', { rate: format.count(Math.max(1, Math.round(rate))) }) } : {})}
        actions={
          mayRun(viewer.roles) ? (
            <Button variant="default" loading={loading} onClick={() => void press()}>
              {t('pause')}
            </Button>
          ) : null
        }
      />
      <p className="quiet">{t('leave')}</p>
      {said}
      <RunFigures run={run} />
    </div>
  )
}

function Paused({ run, onChanged }: { run: RunStateFragment; onChanged: () => void }) {
  const t = useMessages(messages)
  const format = useFormat()
  const viewer = useViewer()
  const [resume, { loading }] = useMutation(ResumeBillingRunDocument)
  const { press, said } = useControl(onChanged, async () => {
    const { data } = await resume({ variables: { id: run.id, decidedOn: run.mark } })
    return data?.resumeBillingRun
  })
  return (
    <section className={style.panel} aria-labelledby="billing-paused">
      <h2 id="billing-paused">
        {t(run.kind === 'DIFFERENCE' ? 'pausedDifference' : 'paused', { period: format.period(run.period) })}
      </h2>
      <p>{t('pausedText', { done: format.count(run.employersDone), total: format.count(run.employersTotal) })}</p>
      <RunFigures run={run} />
      {said}
      {mayRun(viewer.roles) ? (
        <Button loading={loading} onClick={() => void press()}>
          {t('resume')}
        </Button>
      ) : null}
    </section>
  )
}

type Controlled = { __typename: 'BillingRun' } | ({ __typename: 'StaleDecision' } & StaleDecisionFragment) | undefined

/** Presses, and says when that failed or the run had gone on without us. */
function useControl(onChanged: () => void, control: () => Promise<Controlled>) {
  const t = useMessages(messages)
  const [failed, setFailed] = useState(false)
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const show = () => {
    setStale(undefined)
    onChanged()
    return Promise.resolve()
  }
  const press = async () => {
    setFailed(false)
    try {
      const outcome = await control()
      if (outcome?.__typename === 'StaleDecision') setStale(outcome)
      else onChanged()
    } catch {
      setFailed(true)
    }
  }
  const said = (
    <>
      {stale ? <StaleNotice stale={stale} onShow={show} /> : null}
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
    </>
  )
  return { press, said }
}

function Result({ run }: { run: RunStateFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const period = format.period(run.period)
  return (
    <section className={style.panel} aria-labelledby="billing-result">
      <h2 id="billing-result">{t(run.kind === 'DIFFERENCE' ? 'resultDifference' : 'resultTitle', { period })}</h2>
      <RunFigures run={run} />
      {run.finishedAt ? <p className="quiet">{t('finishedAt', { time: format.instant(run.finishedAt) })}</p> : null}
    </section>
  )
}

function RunFigures({ run }: { run: RunStateFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const derive = useDerivation()
  const difference = run.kind === 'DIFFERENCE'
  return (
    <Figures
      figures={[
        {
          label: t('amount'),
          value: <DerivationPopover fen={run.amount} size="total" sign explanation={derive({ run: run.id }, 'ANEW')} />,
          main: true,
        },
        { label: t('notices'), value: format.count(run.noticesIssued) },
        { label: t('peopleBilled'), value: format.count(run.people) },
        { label: t(difference ? 'creditedDifference' : 'credited'), value: format.yuan(run.credited) },
        { label: t('problemCount'), value: format.count(run.problemCount) },
      ]}
    />
  )
}

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './policy.module.css'
import { PublishPolicyProposalDocument } from './proposal.generated.ts'
import type { PublishRefusal } from './proposal.generated.ts'
import { simulationMessages } from './simulation-messages.ts'
import { Withdraw } from './withdraw-proposal.tsx'
import { focusOpenWarning, WarningTicks } from './warning-ticks.tsx'
import { PublishSectionFragmentDoc } from './publish-section.generated.ts'
import type { PublishSectionFragment } from './publish-section.generated.ts'

interface SectionProps {
  proposal: FragmentType<PublishSectionFragment>
  refetch: () => Promise<unknown>
  stale?: boolean
}

/** Says in words and figures what publishing does, before the button; withdrawing stands beside it. */
export function PublishSection({ proposal: ref, refetch, stale = false }: SectionProps) {
  const proposal = useOwnFields(PublishSectionFragmentDoc, ref)
  const t = useMessages(simulationMessages)
  const { roles } = useViewer()
  const [publish, publishing] = useMutation(PublishPolicyProposalDocument)
  const [asking, setAsking] = useState(false)
  const [acknowledged, setAcknowledged] = useState(false)
  const { ticked, pressed, ...ticks } = useTicks()
  const [refused, setRefused] = useState<PublishRefusal | 'FAILED'>()
  const [moved, setMoved] = useState<StaleDecisionFragment>()
  const { rows, refusal, problems } = proposal.consequence
  const warnings = problems.filter(({ severity }) => severity === 'warning')
  const mayEver = roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const unsimulated = refusal === 'NOTHING_BILLED'
  const obstacle = stale ? 'NOT_SIMULATED' : unsimulated ? undefined : (refusal ?? undefined)
  const confirm = async () => {
    const { id, mark: decidedOn, revision: expectedRevision } = proposal
    const acceptedWarnings = [...ticked]
    const variables = { id, decidedOn, expectedRevision, acknowledgeNothingBilled: acknowledged, acceptedWarnings }
    const { data } = await publish({ variables })
    const answer = data?.publishPolicyProposal
    if (answer?.__typename === 'StaleDecision') return setMoved(answer)
    if (answer?.__typename === 'PolicyProposalNotPublished') setRefused(answer.reason)
    await refetch()
    return undefined
  }
  const confirmed = () => {
    if (warnings.some(({ key }) => key !== null && !ticked.has(key))) {
      ticks.press()
      return focusOpenWarning(warnings, ticked)
    }
    setRefused(undefined)
    setMoved(undefined)
    return void confirm()
      .catch(() => setRefused('FAILED'))
      .finally(() => setAsking(false))
  }
  return (
    <section className={style.section}>
      <h2>{t('publishTitle')}</h2>
      {rows > 0 ? <Consequence proposal={proposal} /> : null}
      {moved ? <StaleNotice stale={moved} onShow={() => refetch().then(() => setMoved(undefined))} /> : null}
      {refused ? (
        <Notice tone="refused">{refused === 'FAILED' ? t('failedPublish') : t(`refused${refused}`)}</Notice>
      ) : null}
      {mayEver && obstacle ? <Notice tone="info">{t(`refused${obstacle}`)}</Notice> : null}
      <WhoMayAct steps={proposal.procedure} />
      {mayEver && unsimulated && !stale ? (
        <label className={style.check}>
          <input
            type="checkbox"
            checked={acknowledged}
            onChange={(event) => setAcknowledged(event.currentTarget.checked)}
          />
          <span>{t('acknowledge')}</span>
        </label>
      ) : null}
      <div className={style.actions}>
        {mayEver ? (
          <Button
            disabled={obstacle !== undefined || (unsimulated && !acknowledged)}
            onClick={() => {
              ticks.clear()
              setAsking(true)
            }}
          >
            {t('publish')}
          </Button>
        ) : null}
        <Withdraw proposal={proposal} refetch={refetch} onMoved={setMoved} />
      </div>
      <ConfirmDialog
        opened={asking}
        title={proposal.title}
        consequence={
          <>
            <Consequence proposal={proposal} />
            {warnings.length > 0 ? (
              <WarningTicks
                warnings={warnings}
                rows={proposal.rows}
                ticked={ticked}
                asked={pressed}
                onTick={ticks.tick}
              />
            ) : null}
          </>
        }
        verb={t('publishDo', { rows })}
        busy={publishing.loading}
        onConfirm={confirmed}
        onCancel={() => setAsking(false)}
      />
    </section>
  )
}

/** Which warnings were answered, from nothing each time the question is asked. */
function useTicks() {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [pressed, setPressed] = useState(false)
  return {
    ticked,
    pressed,
    press: () => setPressed(true),
    tick: (key: string, on: boolean) =>
      setTicked((before) => new Set(on ? [...before, key] : [...before].filter((one) => one !== key))),
    clear: () => {
      setTicked(new Set())
      setPressed(false)
    },
  }
}

function Consequence({ proposal }: { proposal: PublishSectionFragment }) {
  const t = useMessages(simulationMessages)
  const format = useFormat()
  const { firstPeriod, rows, endedRows, lastBilledPeriod, differencePeriods } = proposal.consequence
  if (firstPeriod === null) return null
  const periods = differencePeriods.map(format.period).join(' · ')
  return (
    <>
      <p>
        {t('consequence', { period: format.period(firstPeriod), rows })}{' '}
        {endedRows > 0 ? t('endings', { ended: endedRows }) : t('noEndings')}
      </p>
      <p>{lastBilledPeriod ? t('billed', { period: format.period(lastBilledPeriod) }) : t('noneBilled')}</p>
      <p>
        <strong>
          {differencePeriods.length > 0
            ? t('differences', { count: differencePeriods.length, periods })
            : t('noDifferences')}
        </strong>
      </p>
    </>
  )
}

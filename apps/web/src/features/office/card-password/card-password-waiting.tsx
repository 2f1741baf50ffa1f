import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEachOwnFields } from '../../../shared/lib/use-own-fields.ts'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import type { StaleDecisionFragment } from '../../../shared/case/stale-decision.generated.ts'
import { StaleNotice } from '../../../shared/case/stale-notice.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { WhoMayAct } from '../../../shared/case/who-may-act.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ConfirmCardPasswordResetDocument } from './card-password.generated.ts'
import { CardPasswordWaitingFragmentDoc } from './card-password-waiting.generated.ts'
import type { CardPasswordWaitingFragment } from './card-password-waiting.generated.ts'
import { messages } from './messages.ts'
import style from './card-password-waiting.module.css'

/** The requests nobody has confirmed yet; only a reviewer or head who did not take one can. */
export function CardPasswordWaiting(props: {
  resets: readonly FragmentType<CardPasswordWaitingFragment>[]
  onSettled: () => Promise<unknown>
}) {
  const resets = useEachOwnFields(CardPasswordWaitingFragmentDoc, props.resets, 'CardPasswordWaiting')
  const t = useMessages(messages)
  const format = useFormat()
  const mayConfirm = useViewer().roles.some((role) => role === 'REVIEWER' || role === 'HEAD')
  const [chosen, setChosen] = useState<CardPasswordWaitingFragment>()
  const [said, setSaid] = useState<{ tone: 'done' | 'refused'; text: string }>()
  const [stale, setStale] = useState<StaleDecisionFragment>()
  const [confirm, { loading }] = useMutation(ConfirmCardPasswordResetDocument)

  const carryOut = async ({ id, mark: decidedOn }: CardPasswordWaitingFragment) => {
    try {
      const { data } = await confirm({ variables: { id, decidedOn } })
      const outcome = data?.confirmCardPasswordReset
      if (!outcome) throw new Error('No outcome came.')
      setStale(outcome.__typename === 'StaleDecision' ? outcome : undefined)
      if (outcome.__typename === 'StaleDecision') return setSaid(undefined)
      if (outcome.__typename === 'CardPasswordResetRefused') {
        setSaid({ tone: 'refused', text: t(`refused${outcome.reason}`) })
      } else {
        const { nameMasked: name, idMasked } = outcome.reset
        setSaid({ tone: 'done', text: t('done', { name, idMasked }) })
      }
      return void (await props.onSettled())
    } catch {
      return setSaid({ tone: 'refused', text: t('failed') })
    } finally {
      setChosen(undefined)
    }
  }

  return (
    <section className={style.section} aria-labelledby="waiting">
      <h2 id="waiting">{t('waiting')}</h2>
      {stale ? <StaleNotice stale={stale} onShow={() => props.onSettled().then(() => setStale(undefined))} /> : null}
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {resets.length === 0 ? <p className="quiet">{t('nothingWaiting')}</p> : null}
      <ul className={style.waitingList}>
        {resets.map((reset) => (
          <li key={reset.id}>
            <div>
              <strong>{reset.nameMasked}</strong> {reset.idMasked}
              <span className="sub">
                {t('details', {
                  requester: reset.requesterName,
                  time: format.instant(reset.requestedAt),
                  why: reset.reason,
                })}
              </span>
            </div>
            {reset.mine || !mayConfirm ? (
              <div className="sub">
                <WhoMayAct steps={reset.procedure} />
              </div>
            ) : (
              <Button variant="default" onClick={() => setChosen(reset)}>
                {t('confirm')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={chosen !== undefined}
        title={t('confirmTitle', { name: chosen?.nameMasked ?? '' })}
        consequence={t('consequence', { idMasked: chosen?.idMasked ?? '' })}
        verb={t('confirm')}
        grave
        busy={loading}
        onCancel={() => setChosen(undefined)}
        onConfirm={() => {
          if (chosen) void carryOut(chosen)
        }}
      />
    </section>
  )
}

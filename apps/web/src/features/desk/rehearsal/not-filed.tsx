import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { messages } from './messages.ts'
import type { Rehearsal } from './rehearsal.ts'
import style from './rehearsal.module.css'

/** What the month comes to when nothing is filed by the cut-off (SIL 62; in other regions by the register). */
export function NotFiled({ notFiled }: { notFiled: NonNullable<Rehearsal['notFiled']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { kind, amount, basedOn, explanation } = notFiled
  const lead = kind === 'DEEMED' ? t('DEEMED', { period: format.period(basedOn ?? '') }) : t(kind)
  return (
    <div className={style.card}>
      <h3>{t('notFiled')}</h3>
      <p>{lead}</p>
      {amount === null ? null : (
        <p className={style.figure}>
          {explanation ? (
            <DerivationPopover fen={amount} size="total" sign explanation={explanation} />
          ) : (
            <strong>{format.yuan(amount)}</strong>
          )}
        </p>
      )}
      <Against notFiled={notFiled} />
    </div>
  )
}

function Against({ notFiled: { kind, more } }: { notFiled: NonNullable<Rehearsal['notFiled']> }) {
  const t = useMessages(messages)
  const format = useFormat()
  if (more === null) return null
  const amount = format.fen(Math.abs(more))
  if (kind === 'DEEMED') return more === 0 ? null : <p>{t(more > 0 ? 'deemedMore' : 'deemedLess', { amount })}</p>
  if (more === 0) return <p>{t('carriedSame')}</p>
  return <p>{t(more > 0 ? 'carriedMore' : 'carriedLess', { amount })}</p>
}

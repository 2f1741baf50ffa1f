import { useState } from 'react'
import type { FragmentType } from '../../../shared/data/masking.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { AgreementActions } from './agreement-actions.tsx'
import { CurrentAgreementFragmentDoc } from './current-agreement.generated.ts'
import type { CurrentAgreementFragment } from './current-agreement.generated.ts'
import style from './current-agreement.module.css'
import { messages } from './messages.ts'
import { useAgreement } from './use-agreement.ts'

/** How the agreement stands, and what can be done with it. */
export function CurrentAgreement({ agreement }: { agreement: FragmentType<CurrentAgreementFragment> | null }) {
  const t = useMessages(messages)
  const current = useOwnFields(CurrentAgreementFragmentDoc, agreement)
  const ways = useAgreement()
  const [ended, setEnded] = useState(false)
  return (
    <section className={style.agreement} aria-label={t('now')}>
      {current ? <InForce agreement={current} /> : <NoAgreement />}
      {ways.problem ? <Notice tone="refused">{t(ways.problem)}</Notice> : null}
      {ended && !current ? <Notice tone="done">{t('ended')}</Notice> : null}
      <AgreementActions agreement={current} ways={ways} onEnded={setEnded} />
    </section>
  )
}

function NoAgreement() {
  const t = useMessages(messages)
  return (
    <>
      <StatusBadge tone="idle">{t('none')}</StatusBadge>
      <p>{t('noneText')}</p>
    </>
  )
}

function InForce({ agreement }: { agreement: CurrentAgreementFragment }) {
  const t = useMessages(messages)
  const format = useFormat()
  const active = agreement.status === 'ACTIVE'
  return (
    <>
      <StatusBadge tone={active ? 'done' : 'waiting'}>{t(agreement.status)}</StatusBadge>
      <p>{t(active ? 'activeText' : 'pendingText')}</p>
      <Facts
        facts={[
          ...(agreement.accountMasked ? [[t('account'), agreement.accountMasked] as const] : []),
          [t('number'), <AgreementNo key="number" no={agreement.agreementNo} />],
          [t(agreement.signedAt ? 'since' : 'requested'), format.instant(agreement.signedAt ?? agreement.requestedAt)],
        ]}
      />
    </>
  )
}

/** Where a phone has no room for the number it breaks behind the date in it. */
function AgreementNo({ no }: { no: string }) {
  return (
    <>
      {no.slice(0, 'WT20260101'.length)}
      <wbr />
      {no.slice('WT20260101'.length)}
    </>
  )
}

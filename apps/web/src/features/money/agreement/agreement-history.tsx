import type { FragmentType } from '../../../shared/data/masking.ts'
import { useOwnFields } from '../../../shared/lib/use-own-fields.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Timeline, type TimelineEntry } from '../../../shared/ui/timeline.tsx'
import { messages } from './messages.ts'
import { PastAgreementFragmentDoc } from './agreement-history.generated.ts'
import type { PastAgreementFragment } from './agreement-history.generated.ts'
import style from './agreement-history.module.css'

const reasons = ['REFUSED_AT_BANK', 'NOT_SIGNED', 'ENDED_AT_BANK', 'AGREEMENT_INVALID'] as const

/** What became of every agreement, newest first. */
export function AgreementHistory({
  agreements,
}: {
  agreements: readonly (FragmentType<PastAgreementFragment> & { id: string })[]
}) {
  const t = useMessages(messages)
  if (agreements.length === 0) return null
  return (
    <section className={style.section}>
      <h2>{t('history')}</h2>
      {agreements.map((agreement) => (
        <Past key={agreement.id} agreement={agreement} />
      ))}
    </section>
  )
}

function Past({ agreement }: { agreement: FragmentType<PastAgreementFragment> }) {
  const t = useMessages(messages)
  const past = useOwnFields(PastAgreementFragmentDoc, agreement)
  return (
    <section className={style.past}>
      <h3>{past.agreementNo}</h3>
      <Timeline label={`${t('history')} ${past.agreementNo}`} entries={stepsOf(past, t)} />
    </section>
  )
}

function stepsOf(agreement: PastAgreementFragment, t: (key: keyof typeof messages.zh) => string): TimelineEntry[] {
  const { id, status, requestedAt, signedAt, endedAt, endedBy, endReason, accountMasked } = agreement
  const reason = reasons.find((known) => known === endReason)
  return [
    { id: `${id}-requested`, title: t('requested'), at: requestedAt, phase: 'past' },
    ...(signedAt
      ? [{ id: `${id}-signed`, title: t('signed'), at: signedAt, phase: 'past' as const, detail: accountMasked }]
      : []),
    ...(status === 'PENDING' ? [{ id: `${id}-next`, title: t('PENDING'), phase: 'next' as const }] : []),
    ...(endedAt
      ? [
          {
            id: `${id}-ended`,
            title: t(status),
            at: endedAt,
            phase: 'past' as const,
            detail: endedBy === 'EMPLOYER' ? t('byEmployer') : reason ? t(reason) : null,
          },
        ]
      : []),
  ]
}

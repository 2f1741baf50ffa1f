import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import desk from '../../../shared/ui/desk.module.css'
import { Facts } from '../../../shared/ui/facts.tsx'
import type { EnforcementCaseQuery } from './enforcement.generated.ts'
import { messages } from './messages.ts'
import { isLabel, stepLabels } from './step-labels.ts'
import { stepWords } from './step-words.ts'

type Standing = NonNullable<EnforcementCaseQuery['enforcementCase']>['standing']
type Fact = [string, string]

/** What was found, answered and prepared so far, as far as it has come. */
export function Findings({ row }: { row: NonNullable<EnforcementCaseQuery['enforcementCase']> }) {
  const t = useMessages(messages)
  const wordsOf = useFindings()
  const format = useFormat()
  const facts = [
    ...row.proposals.map(({ number, from, to, grounds }): Fact => [
      t('proposal'),
      t('proposalOf', { number, from: format.period(from), to: format.period(to), grounds }),
    ]),
    ...wordsOf(row.standing),
  ]
  if (facts.length === 0) return null
  return (
    <section className={desk.section}>
      <h2>{t('findings')}</h2>
      <Facts facts={facts} />
    </section>
  )
}

function useFindings(): (standing: Standing) => Fact[] {
  const t = useMessages(messages)
  const steps = useMessages(stepWords)
  const labelOf = useMessages(stepLabels)
  const format = useFormat()
  const word = (code: string) => (isLabel(code) ? labelOf(code) : code)
  const bankOf = ({ query }: Standing, id: string) => query?.banks.find((bank) => bank.id === id)?.name ?? id
  return (standing) => {
    const { finding, order, query, application, returned, demand, defences, decision, deferral, court } = standing
    const { draft, seizure, distribution } = standing
    const some = (label: string, text: string | null | undefined): Fact[] => (text ? [[label, text]] : [])
    return [
      ...some(t('finding'), finding && `${word(finding.ground)}：${finding.text}`),
      ...some(t('signBy'), order?.endsOn && format.date(order.endsOn)),
      ...(query?.replies ?? []).map(({ bankId, balance, asOf }): Fact => [
        t('reply'),
        t('replyOf', { bank: bankOf(standing, bankId), balance: format.yuan(balance), day: format.date(asOf) }),
      ]),
      ...some(t('application'), application),
      ...some(t('returned'), returned),
      ...some(t('paperDEMAND'), demand?.endsOn && format.date(demand.endsOn)),
      ...defences.map(({ text, answer }): Fact => [t('defence'), `${text} → ${answer ?? t('defenceWaits')}`]),
      ...some(t('decided'), decision && `${format.yuan(decision.amount)} · ${decision.reasons}`),
      ...(deferral?.instalments ?? []).map(({ dueOn, amount }): Fact => [
        t('plan'),
        `${format.date(dueOn)} · ${format.yuan(amount)}`,
      ]),
      ...some(t('courtReasons'), court?.reasons),
      ...(seizure?.items ?? []).map(({ description, value }): Fact => [
        t('seized'),
        `${description} · ${format.yuan(value)}`,
      ]),
      ...some(
        t('spread'),
        distribution &&
          t('spreadOf', {
            proceeds: format.yuan(distribution.proceeds),
            costs: format.yuan(distribution.costs),
            offset: format.yuan(distribution.offset),
            surplus: format.yuan(distribution.surplus),
          }),
      ),
      ...some(t('draft'), draft && wordsOfDraft(draft)),
    ]
  }

  /** What the head reads before signing. */
  function wordsOfDraft(draft: NonNullable<Standing['draft']>): string {
    const { banks, facts, other, guarantee, instalments, assets, ground, documentNo, explanation } = draft
    return [
      ...(banks ?? []).map(({ name }) => name),
      ground && word(ground),
      documentNo,
      facts,
      other,
      explanation,
      guarantee && `${word(guarantee.kind)} ${guarantee.object} ${format.yuan(guarantee.value)}`,
      ...(instalments ?? []).map(({ dueOn, amount }) => `${format.date(dueOn)} ${format.yuan(amount)}`),
      ...(assets ?? []).map(({ description, place, value }) => `${description} ${place ?? ''} ${format.yuan(value)}`),
      `${steps('preparedOn')} ${format.date(draft.on)}`,
    ]
      .filter((part) => part)
      .join(' · ')
  }
}

import { insuranceName } from '@shebao/declaration-rules'
import { fen, type FiveInsurance } from '@shebao/kernel'
import { explainListSum } from '@shebao/premium'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ReviewSumsDocument } from './review.generated.ts'
import { reviewMessages } from './review-messages.ts'
import style from './review.module.css'

/** People and wages stand there also when they agree. */
const alwaysShown = 2

/** List and register in figures, side by side. */
export function SumsTable({ id, onlyDifferences }: { id: string; onlyDifferences: boolean }) {
  const t = useMessages(reviewMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const { data } = useQuery(ReviewSumsDocument, { variables: { id } })
  if (!data) return <Skeleton lines={4} />
  const { declared, registered } = data.declarationReview.sums
  const rows: SumRow[] = [
    { name: t('people'), said: declared.people, ours: registered.people, text: format.count },
    {
      name: t('monthlyWages'),
      said: declared.monthlyWages,
      ours: registered.monthlyWages,
      text: format.fen,
      of: [declared.people, registered.people] as const,
    },
    ...declared.insured.flatMap(({ insurance, people, base }) => {
      const other = registered.insured.find((entry) => entry.insurance === insurance)
      const word = insuranceName(insurance, language)
      return [
        { name: t('insuredPeople', { insurance: word }), said: people, ours: other?.people ?? 0, text: format.count },
        {
          name: t('baseSum', { insurance: word }),
          said: base,
          ours: other?.base ?? 0,
          text: format.fen,
          insurance,
          of: [people, other?.people ?? 0] as const,
        },
      ]
    }),
  ]
  const shown = onlyDifferences ? rows.filter(({ said, ours }, index) => index < alwaysShown || said !== ours) : rows
  return (
    <details className={style.sums} open>
      <summary>{t('sums')}</summary>
      <PlainTable columns={[t('field'), { end: t('declared') }, { end: t('registered') }, { end: t('change') }]}>
        {shown.map(({ name, said, ours, text, insurance, of }) => (
          <tr key={name} data-differs={said !== ours}>
            <th scope="row">{name}</th>
            <td data-align="end" data-label={t('declared')}>
              <Figure value={said} people={of?.[0]} insurance={insurance} text={text} />
            </td>
            <td data-align="end" data-label={t('registered')}>
              <Figure value={ours} people={of?.[1]} insurance={insurance} text={text} />
            </td>
            <td data-align="end" data-label={t('change')}>
              {said === ours ? '—' : `${said > ours ? '+' : '−'}${text(Math.abs(said - ours))}`}
            </td>
          </tr>
        ))}
      </PlainTable>
    </details>
  )
}

interface SumRow {
  name: string
  said: number
  ours: number
  text: (value: number) => string
  insurance?: FiveInsurance
  /** People summed over, for amounts: declared, and in the register. */
  of?: readonly [number, number]
}

/** A count as it is; an amount opens into the sum it is. */
function Figure({
  value,
  people,
  insurance,
  text,
}: { value: number; people: number | undefined } & Pick<SumRow, 'text'> & { insurance: FiveInsurance | undefined }) {
  if (people === undefined) return text(value)
  return <DerivationPopover fen={value} explanation={explainListSum(fen(value), people, insurance)} />
}

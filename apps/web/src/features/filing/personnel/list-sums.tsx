import { fen } from '@shebao/kernel'
import { explainListSum } from '@shebao/premium'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { messages } from './messages.ts'
import type { ListTotals } from './use-sums.ts'
import sheet from './personnel.module.css'
import style from './list-sums.module.css'

interface ListSumsProps {
  people: number
  shown: number
  /** Undefined until the office has added them up. */
  totals: ListTotals | undefined
}

/** Who is shown of how many, and the sums of the whole list; each opens into what it is the sum of. */
export function ListSums({ people, shown, totals }: ListSumsProps) {
  const t = useMessages(messages)
  const format = useFormat()
  return (
    <dl className={style.sums}>
      <Sum label={t('people')} value={`${format.count(shown)} / ${format.count(people)}`} />
      <Sum
        label={t('wagesTotal')}
        value={totals ? <Derived fen={totals.wages.value} people={people} /> : '…'}
        unknown={totals?.wages.unknown ?? 0}
      />
      <Sum
        label={t('basesTotal')}
        value={totals ? <Derived fen={totals.pensionBase.value} people={people} insurance="PENSION" /> : '…'}
        unknown={totals?.pensionBase.unknown ?? 0}
      />
    </dl>
  )
}

function Derived({ fen: value, people, insurance }: { fen: number; people: number; insurance?: 'PENSION' }) {
  return <DerivationPopover fen={value} sign explanation={explainListSum(fen(value), people, insurance)} />
}

function Sum({ label, value, unknown = 0 }: { label: string; value: ReactNode; unknown?: number }) {
  const t = useMessages(messages)
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} {unknown > 0 ? <span className={sheet.soft}>{t('unknownCount', { count: unknown })}</span> : null}
      </dd>
    </div>
  )
}

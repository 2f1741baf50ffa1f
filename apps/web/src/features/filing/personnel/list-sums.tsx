import { fen } from '@shebao/kernel'
import { explainListSum } from '@shebao/premium'
import type { ReactNode } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { messages } from './messages.ts'
import type { PersonnelList } from './personnel-list.ts'
import sheet from './personnel.module.css'
import style from './list-sums.module.css'

/** Who is shown of how many, and the sums of the whole list; each opens into what it is the sum of. */
export function ListSums({ list, shown }: { list: PersonnelList; shown: number }) {
  const t = useMessages(messages)
  const format = useFormat()
  const people = list.rows.length
  const { wages, bases } = list.totals
  return (
    <dl className={style.sums}>
      <Sum label={t('people')} value={`${format.count(shown)} / ${format.count(people)}`} />
      <Sum
        label={t('wagesTotal')}
        value={<DerivationPopover fen={wages.value} sign explanation={explainListSum(fen(wages.value), people)} />}
        unknown={wages.unknown}
      />
      <Sum
        label={t('basesTotal')}
        value={
          <DerivationPopover
            fen={bases.PENSION.value}
            sign
            explanation={explainListSum(fen(bases.PENSION.value), people, 'PENSION')}
          />
        }
        unknown={bases.PENSION.unknown}
      />
    </dl>
  )
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

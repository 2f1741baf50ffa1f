import { insuranceName } from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'
import type { FiveInsurance } from '@shebao/kernel'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import type { MonthlyChangeRowFragment } from './declaration.generated.ts'
import { declarationMessages } from './declaration-messages.ts'
import style from './declaration.module.css'
import { filingMessages } from './filing-messages.ts'
import { useChangeWords } from './use-change-words.ts'

interface CheckPeopleProps {
  rows: readonly MonthlyChangeRowFragment[]
  /** People of the month who are not in it, once that is worked out. */
  unchanged: number | undefined
  children: ReactNode
}

type Standing = MonthlyChangeRowFragment['after']

/** Person by person: as the register has them now, beside how it will be once accepted. */
export function CheckPeople({ rows, unchanged, children }: CheckPeopleProps) {
  const t = useMessages(filingMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const heads = useMessages(declarationMessages)
  const words = useChangeWords()
  const named = (insurances: readonly FiveInsurance[]) =>
    FIVE_INSURANCES.filter((one) => insurances.includes(one))
      .map((one) => insuranceName(one, language))
      .join(language === 'zh-CN' ? '、' : ', ')
  const standing = (one: Standing | null) =>
    one === null || one.insurances.length === 0 ? (
      <span className="quiet">{t('notInsured')}</span>
    ) : (
      <>
        {one.wage === null ? null : <b>{format.fen(one.wage)}</b>}
        <span className="sub">{named(one.insurances)}</span>
      </>
    )
  return (
    <section aria-labelledby="people" className={style.section}>
      <h2 id="people">{t('people')}</h2>
      <p className={style.soft}>
        {unchanged === undefined ? t('peopleTextOnly') : t('peopleText', { count: unchanged })}
      </p>
      <PlainTable
        caption={t('people')}
        columns={[heads('who'), heads('change'), heads('from'), t('before'), t('after')]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.name ?? heads('noName')}
              <span className="sub">{row.idNumber}</span>
            </th>
            <td data-label={heads('change')}>{words.what(row)}</td>
            <td data-label={heads('from')} data-whole>
              {words.when(row)}
            </td>
            <td data-label={t('before')}>{standing(row.before)}</td>
            <td data-label={t('after')}>{standing(row.after)}</td>
          </tr>
        ))}
      </PlainTable>
      {children}
    </section>
  )
}

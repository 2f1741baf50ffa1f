import { useQuery } from '@apollo/client/react'
import { Button, NativeSelect } from '@mantine/core'
import { isStop } from '@shebao/declaration-rules'
import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { isCivilDate, parsePeriod } from '@shebao/kernel'
import { retirementCategoryWords } from '@shebao/roster'
import { useId, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { outlookMessages } from './outlook-messages.ts'
import { MonthlyStopOutlookDocument, type MonthlyStopOutlookQuery } from './person.generated.ts'
import style from './stop-outlook.module.css'
import { useOptions } from './use-options.ts'

type Category = MonthlyStopOutlookQuery['stopOutlook']['category']
const womens = ['FEMALE_50', 'FEMALE_55'] as const satisfies readonly Category[]

/** What this stop breaks, while it is being written: before anybody confirms it. */
export function StopOutlook({ individualId, draft }: { individualId: string; draft: MonthlyChangeDraft }) {
  const t = useMessages(outlookMessages)
  const title = useId()
  const [category, setCategory] = useState<Category>()
  const { changeType: type, lastPayablePeriod, leaveDate } = draft
  const last = parsePeriod(lastPayablePeriod ?? '')
  const asked = type !== undefined && isStop(type) && last !== undefined
  const { data, previousData, error, refetch } = useQuery(MonthlyStopOutlookDocument, {
    skip: !asked,
    fetchPolicy: 'cache-and-network',
    variables: {
      individualId,
      type: type !== undefined && isStop(type) ? type : 'STOP_RESIGN',
      lastPayable: last ?? null,
      leaveDate: leaveDate !== undefined && isCivilDate(leaveDate) ? leaveDate : null,
      category: category ?? null,
    },
  })
  const outlook = (data ?? previousData)?.stopOutlook
  return (
    <section className={style.outlook} aria-labelledby={title} aria-live="polite">
      <h3 id={title}>{t('title')}</h3>
      {!asked ? <p className="quiet">{t('whenType')}</p> : null}
      {asked && error ? (
        <Notice tone="refused">
          <p>{t('failed')}</p>
          <Button size="compact-sm" variant="default" onClick={() => void refetch().catch(() => undefined)}>
            {t('again')}
          </Button>
        </Notice>
      ) : null}
      {asked && !error && !outlook ? <p className="quiet">{t('loading')}</p> : null}
      {asked && outlook && !error ? <Broken outlook={outlook} onCategory={setCategory} /> : null}
    </section>
  )
}

interface BrokenProps {
  outlook: MonthlyStopOutlookQuery['stopOutlook']
  onCategory: (category: Category | undefined) => void
}

function Broken({ outlook, onCategory }: BrokenProps) {
  const t = useMessages(outlookMessages)
  const format = useFormat()
  const options = useOptions()
  const { monthsPaid, monthsNeeded, monthsMissing, monthsUntilRetirement, unemployedListDue, category } = outlook
  return (
    <>
      <Facts
        facts={[
          [t('paidUntil'), format.period(outlook.lastPayable)],
          [t('firstWithout'), format.period(outlook.firstMonthWithout)],
          [t('months'), t('monthsOf', { paid: monthsPaid, needed: monthsNeeded })],
          [t('missing'), monthsMissing === 0 ? t('enough') : t('monthsMissing', { count: monthsMissing })],
          [
            t('retirement'),
            t('untilRetirement', { period: format.period(outlook.retirementPeriod), count: monthsUntilRetirement }),
          ],
        ]}
      />
      {outlook.canStillReach ? null : (
        <Notice tone="warning">{t('cannot', { missing: monthsMissing, left: monthsUntilRetirement })}</Notice>
      )}
      {unemployedListDue === null ? null : (
        <Notice tone="warning">{t('duty', { date: format.date(unemployedListDue) })}</Notice>
      )}
      {category === 'MALE' ? null : (
        <NativeSelect
          label={t('category')}
          description={t('categoryHint')}
          value={category}
          onChange={(event) => onCategory(womens.find((one) => one === event.currentTarget.value))}
          data={options(retirementCategoryWords).filter(({ value }) => womens.some((one) => one === value))}
        />
      )}
      <Derivation steps={outlook.steps} />
    </>
  )
}

const codes = [
  'LAST_PAYABLE',
  'FIRST_MONTH_WITHOUT',
  'MONTHS_PAID',
  'MONTHS_BY_LAST_PAYABLE',
  'RETIREMENT',
  'MONTHS_NEEDED',
  'MONTHS_MISSING',
  'MONTHS_UNTIL_RETIREMENT',
  'UNEMPLOYED_LIST',
] as const

/** Every figure with what it follows from. */
function Derivation({ steps }: Pick<BrokenProps['outlook'], 'steps'>) {
  const t = useMessages(outlookMessages)
  const format = useFormat()
  const shown = (value: string) => {
    if (/^\d{4}-\d{2}$/.test(value)) return format.period(value)
    return isCivilDate(value) ? format.date(value) : t('number', { count: Number(value) })
  }
  return (
    <details className={style.how}>
      <summary>{t('how')}</summary>
      <PlainTable bare caption={t('how')} columns={[t('step'), { end: t('value') }]}>
        {steps.map(({ code, value }) => {
          const known = codes.find((one) => one === code)
          return known === undefined ? null : (
            <tr key={code}>
              <th scope="row">
                {t(known)}
                <span className="sub">{t(`basis${known}`)}</span>
              </th>
              <td data-align="end">{shown(value)}</td>
            </tr>
          )
        })}
      </PlainTable>
    </details>
  )
}

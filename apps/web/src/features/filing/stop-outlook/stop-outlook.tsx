import { Button, NativeSelect } from '@mantine/core'
import type { StopType } from '@shebao/declaration-rules'
import { isCivilDate } from '@shebao/kernel'
import { retirementCategoryWords } from '@shebao/roster'
import { useId, useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PlainTable } from '../../../shared/ui/plain-table.tsx'
import { messages } from './messages.ts'
import { StopOutlookDocument, type StopOutlookQuery } from './stop-outlook.generated.ts'
import style from './stop-outlook.module.css'

type Category = NonNullable<StopOutlookQuery['stopOutlook']>['category']
const womens = ['FEMALE_50', 'FEMALE_55'] as const satisfies readonly Category[]

/** Who would be stopped: as the register knows them, or by their number. */
export type Stopped = { individualId: string } | { idNumber: string }

interface StopOutlookProps {
  person: Stopped
  /** Why; nothing while nobody said. Where the form does not ask, what every way of leaving has in common is shown. */
  reason: StopType | 'NOT_ASKED' | undefined
  /** The month that is open when left out. */
  lastPayable?: string | undefined
  leaveDate?: string | undefined
  /** As the list has it; a woman's may be chosen here. */
  category?: Category | undefined
}

/** What this stop breaks, while it is being written: before anybody confirms it. */
export function StopOutlook({ person, reason, lastPayable, leaveDate, category: listed }: StopOutlookProps) {
  const t = useMessages(messages)
  const title = useId()
  const [chosen, setCategory] = useState<Category>()
  const asked = reason !== undefined
  const { data, previousData, error, refetch } = useQuery(StopOutlookDocument, {
    skip: !asked,
    fetchPolicy: 'cache-and-network',
    variables: {
      individualId: 'individualId' in person ? person.individualId : null,
      idNumber: 'idNumber' in person ? person.idNumber : null,
      type: asked && reason !== 'NOT_ASKED' ? reason : 'STOP_RESIGN',
      lastPayable: lastPayable ?? null,
      leaveDate: leaveDate !== undefined && isCivilDate(leaveDate) ? leaveDate : null,
      category: chosen ?? listed ?? null,
    },
  })
  const answer = data ?? previousData
  const outlook = answer?.stopOutlook
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
      {asked && !error && !answer ? <p className="quiet">{t('loading')}</p> : null}
      {asked && !error && outlook === null ? <p className="quiet">{t('nobody')}</p> : null}
      {asked && outlook && !error ? (
        <Broken outlook={outlook} reasonAsked={reason !== 'NOT_ASKED'} onCategory={setCategory} />
      ) : null}
    </section>
  )
}

interface BrokenProps {
  outlook: NonNullable<StopOutlookQuery['stopOutlook']>
  reasonAsked: boolean
  onCategory: (category: Category | undefined) => void
}

function Broken({ outlook, reasonAsked, onCategory }: BrokenProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
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
        <Notice tone="warning">{t(reasonAsked ? 'duty' : 'dutyIf', { date: format.date(unemployedListDue) })}</Notice>
      )}
      {category === 'MALE' ? null : (
        <NativeSelect
          label={t('category')}
          description={t('categoryHint')}
          value={category}
          onChange={(event) => onCategory(womens.find((one) => one === event.currentTarget.value))}
          data={womens.map((one) => ({
            value: one,
            label: retirementCategoryWords[one][language === 'zh-CN' ? 'zh' : 'en'],
          }))}
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
  const t = useMessages(messages)
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

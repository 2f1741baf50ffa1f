import { answerName } from '@shebao/declaration-rules'
import type { ReactNode } from 'react'
import { usePlaceName } from '../../../shared/case/use-districts.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Facts } from '../../../shared/ui/facts.tsx'
import type { UnitHistoryQuery } from './history.generated.ts'
import style from './history.module.css'
import { messages } from './messages.ts'
import { OriginText } from './origin.tsx'

type Row = UnitHistoryQuery['employerById']['particulars'][number]

/** What holds of the unit in full; of what held before only what was different then. */
export function ParticularsList({ rows }: { rows: readonly Row[] }) {
  const t = useMessages(messages)
  const facts = useFactsOf()
  const [held, ...earlier] = rows
  if (!held) return <p>{t('noUnit')}</p>
  return (
    <>
      <Facts
        facts={[
          ...facts(held),
          [t('from'), <Span key="span" row={held} />],
          [t('source'), <OriginText key="origin" origin={held.origin} />],
        ]}
      />
      {earlier.length === 0 ? (
        <p className="quiet">{t('noEarlier')}</p>
      ) : (
        <details className={style.earlier}>
          <summary>{t('earlier', { count: earlier.length })}</summary>
          <ol>
            {earlier.map((row, index) => (
              <li key={row.id}>
                <h3>
                  <Span row={row} />
                </h3>
                <Facts
                  facts={[
                    ...differing(facts(row), facts(rows[index] ?? held)),
                    [t('source'), <OriginText key="origin" origin={row.origin} />],
                  ]}
                />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

type Fact = readonly [name: string, value: string]

/** What reads otherwise in the row that followed. */
function differing(facts: readonly Fact[], after: readonly Fact[]): readonly (readonly [string, ReactNode])[] {
  const next = new Map(after)
  return facts.filter(([name, value]) => next.get(name) !== value)
}

function Span({ row: { validFrom, validTo } }: { row: Row }) {
  const t = useMessages(messages)
  const format = useFormat()
  const from = format.date(validFrom)
  return <>{validTo === null ? t('since', { from }) : t('span', { from, to: format.date(validTo) })}</>
}

function useFactsOf(): (row: Row) => readonly Fact[] {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const placeName = usePlaceName()
  return (row) => [
    [t('unitType'), answerName('unitType', row.unitType, language)],
    [t('industry'), answerName('industry', row.industry, language)],
    [
      t('injuryClass'),
      `${row.injuryClass}${row.injuryRatePpm === null ? '' : t('injuryRate', { rate: format.ppm(row.injuryRatePpm) })}`,
    ],
    [t('district'), row.district === null ? '—' : placeName(row.district)],
    [t('registeredAddress'), row.registeredAddress],
    [t('actualAddress'), row.actualAddress ?? row.registeredAddress],
    [t('legalRep'), `${row.legalRepName} · ${row.legalRepId}`],
    [t('bank'), `${row.bankName} · ${row.bankAccountName} · ${row.bankAccount}`],
    [t('contact'), row.contact ?? '—'],
  ]
}

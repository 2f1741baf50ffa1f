import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { Region } from './region.ts'
import { CalculatorForm } from './calculator-form.tsx'
import style from './calculator-page.module.css'
import { ParameterRegionsDocument } from './calculator.generated.ts'
import { inputsOf, queryOf, readInputs, type CalculatorInputs } from './inputs.ts'
import { messages } from './messages.ts'
import { useSent } from '../../../shared/lib/use-sent.ts'

/** The engine and its words come with the first question, so that the form can be filled in at once. */
const CalculatorAnswer = lazy(async () => ({ default: (await import('./calculator-answer.tsx')).CalculatorAnswer }))
const nothing = {}

/** Anyone works out a month's premium by the published parameters. The address holds the inputs, and nothing else does. */
export function CalculatorPage() {
  const t = useMessages(messages)
  const { data, error } = useSent(ParameterRegionsDocument, nothing)
  if (error && !data) throw error
  return (
    <div className={style.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {!data ? <Skeleton lines={6} /> : <Calculator regions={data.parameterRegions} />}
    </div>
  )
}

function Calculator({ regions }: { regions: readonly Region[] }) {
  const t = useMessages(messages)
  const [query, setQuery] = useSearchParams()
  const [first] = regions
  if (first === undefined) return <Notice tone="warning">{t('noRegions')}</Notice>

  const given = inputsOf(query)
  // A link without a wage only fills in the rest: nothing was asked yet, so nothing is wrong yet.
  const asked = given?.wage !== undefined
  const inputs: CalculatorInputs = {
    region: first.region,
    period: first.currentPeriod,
    wage: '',
    class: '1',
    ...given,
  }
  const read = readInputs(inputs)
  return (
    <div className={style.columns}>
      <CalculatorForm
        regions={regions}
        inputs={inputs}
        asked={asked}
        onAsk={(next) => {
          const replace = asked && queryOf(next) === queryOf(inputs)
          setQuery(queryOf(next), { preventScrollReset: true, replace, state: { asked: true } })
        }}
      />
      {asked && 'question' in read ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <CalculatorAnswer question={read.question} regions={regions} />
        </Suspense>
      ) : (
        <p className={style.nothingYet}>{t('nothingYet')}</p>
      )}
    </div>
  )
}

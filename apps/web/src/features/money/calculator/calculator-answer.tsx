import { policyProblemText } from '@shebao/premium'
import type { PolicyProblem } from '@shebao/premium'
import { useEffect, useMemo, useRef } from 'react'
import { useLocation } from 'react-router'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useSent } from '../../../shared/lib/use-sent.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { calculate } from './calculate.ts'
import style from './calculator-answer.module.css'
import type { Region } from './region.ts'
import { CalculatorResult } from './calculator-result.tsx'
import { PublicParametersDocument, type PublicParametersQuery } from './calculator.generated.ts'
import type { Question } from './inputs.ts'
import { messages } from './messages.ts'
import { useRegionName } from './region-name.ts'

interface CalculatorAnswerProps {
  question: Question
  regions: readonly Region[]
}

/** Its heading takes the focus when someone has asked: on a phone the answer is out of sight, below the form. */
export function CalculatorAnswer(props: CalculatorAnswerProps) {
  const t = useMessages(messages)
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, state } = useLocation()
  const asked = typeof state === 'object' && state !== null && 'asked' in state
  useEffect(() => {
    if (asked) heading.current?.focus()
  }, [asked, key])
  return (
    <section className={style.answer} aria-labelledby="result">
      <h2 id="result" ref={heading} tabIndex={-1}>
        {t('resultTitle')}
      </h2>
      <FetchedAnswer {...props} />
    </section>
  )
}

/** Fetches what the question is answered by; the answer is worked out here. */
function FetchedAnswer({ question, regions }: CalculatorAnswerProps) {
  const { region, period } = question
  const asked = useMemo(() => ({ region, period }), [region, period])
  const { data, error } = useSent(PublicParametersDocument, asked)
  const found = data?.publicParameters
  if (error && !found) throw error
  if (!found) return <Skeleton lines={8} />
  if (found.__typename === 'NoPublicParameters') return <Missing missing={found} />
  const place = regions.find((known) => known.region === region)
  return <Answer file={found.file} sample={found.sample} question={question} place={place} />
}

type Missing = Extract<PublicParametersQuery['publicParameters'], { __typename: 'NoPublicParameters' }>

function Missing({ missing }: { missing: Missing }) {
  const t = useMessages(messages)
  const format = useFormat()
  const nameOf = useRegionName()
  const { firstPeriod, lastPeriod, period } = missing
  const range = { first: format.period(firstPeriod ?? lastPeriod), last: format.period(lastPeriod) }
  return (
    <Notice tone="refused">
      <strong>{t('missingTitle', { place: nameOf(missing), period: format.period(period) })}</strong>
      <p>
        {firstPeriod === null
          ? t('missingRegion')
          : period < firstPeriod
            ? t('missingEarlier', range)
            : t('missingLater', range)}
      </p>
    </Notice>
  )
}

interface AnswerProps {
  file: unknown
  sample: boolean
  question: Question
  place: Region | undefined
}

function Answer({ file, sample, question, place }: AnswerProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const nameOf = useRegionName()
  const answer = useMemo(() => calculate(file, question), [file, question])
  const name = place ? nameOf(place) : question.region
  if ('problem' in answer) {
    const { problem } = answer
    const asked = { place: name, period: format.period(question.period), class: String(question.injuryClass) }
    return (
      <Notice tone="refused">
        <strong>{t('cannotTitle')}</strong>
        <p>{lacksClassRate(problem) ? t('noClassRate', asked) : policyProblemText(problem, language)}</p>
        <p>{t('cannotText')}</p>
      </Notice>
    )
  }
  return <CalculatorResult calculation={answer} place={name} sample={sample} />
}

/** All that is missing is the rate of the class: regions publish some classes only, and another may be chosen. */
function lacksClassRate(problem: PolicyProblem): boolean {
  return (
    problem.code === 'MISSING_PARAMETERS' &&
    problem.missing.every(({ name, insurance }) => name === 'RATE_PPM' && insurance === 'WORK_INJURY')
  )
}

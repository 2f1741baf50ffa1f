import { Button } from '@mantine/core'
import { formatYuan, INJURY_CLASSES, LARGEST_MONTHLY_AMOUNT, parsePeriod, periodsBetween } from '@shebao/kernel'
import { useEffect, useState } from 'react'
import { useForm, type Resolver } from 'react-hook-form'
import { useLocation } from 'react-router'
import { SelectField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { ErrorSummary } from '../../../shared/ui/error-summary.tsx'
import type { Region } from './region.ts'
import { useRegionName } from './region-name.ts'
import style from './calculator-form.module.css'
import { longestInput, readInputs, type CalculatorInputs, type InputProblems } from './inputs.ts'
import { messages } from './messages.ts'

interface CalculatorFormProps {
  regions: readonly Region[]
  inputs: CalculatorInputs
  /** Whether the inputs were asked for, by a link or the button, and so are judged. */
  asked: boolean
  onAsk: (inputs: CalculatorInputs) => void
}

const fields = ['wage', 'region', 'period', 'class'] as const

/** Asking puts the inputs into the address, good or bad; what is shown, errors too, follows from the address. */
export function CalculatorForm({ regions, inputs, asked, onAsk }: CalculatorFormProps) {
  const t = useMessages(messages)
  const problemText = useProblemText()
  const [attempt, setAttempt] = useState(0)
  const resolver: Resolver<CalculatorInputs> = (values) => {
    const read = readInputs(values)
    if ('question' in read) return { values, errors: {} }
    const wrong = fields.filter((field) => read.problems[field] !== undefined)
    const error = (field: (typeof fields)[number]) => ({ type: 'validate', message: problemText(read.problems, field) })
    return { values: {}, errors: Object.fromEntries(wrong.map((field) => [field, error(field)])) }
  }
  const { key, state } = useLocation()
  const pressed = typeof state === 'object' && state !== null && 'asked' in state
  const { control, formState, handleSubmit, reset, trigger, getValues } = useForm<CalculatorInputs>({
    defaultValues: inputs,
    resolver,
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const { region, period, wage, class: injuryClass } = inputs
  useEffect(() => {
    // Errors stay until they are judged anew, or their summary would lose the focus it has just taken.
    reset({ region, period, wage, class: injuryClass }, { keepErrors: asked })
    // The summary takes the focus only after someone has pressed the button, and only once it is there.
    if (asked) void trigger().then((good) => (good || !pressed ? undefined : setAttempt((count) => count + 1)))
  }, [asked, pressed, key, region, period, wage, injuryClass, reset, trigger])

  const summarised = fields.flatMap((field) => {
    const text = formState.errors[field]?.message
    return text === undefined ? [] : [{ field, text }]
  })
  const ask = handleSubmit(onAsk, () => onAsk(getValues()))
  return (
    <form className={style.form} noValidate onSubmit={(event) => void ask(event)} aria-label={t('title')}>
      <ErrorSummary errors={summarised} attempt={attempt} />
      <TextField
        control={control}
        name="wage"
        label={t('wage')}
        hint={t('wageHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={longestInput}
        spellCheck={false}
      />
      <SelectField control={control} name="region" label={t('region')} options={useRegionOptions(regions, region)} />
      <SelectField control={control} name="period" label={t('period')} options={usePeriodOptions(regions, period)} />
      <SelectField
        control={control}
        name="class"
        label={t('class')}
        hint={t('classHint')}
        options={INJURY_CLASSES.map((number) => ({ value: String(number), label: t(`class${number}`) }))}
      />
      <div>
        <Button type="submit">{t('calculate')}</Button>
      </div>
    </form>
  )
}

function useProblemText() {
  const t = useMessages(messages)
  return (problems: InputProblems, field: (typeof fields)[number]): string => {
    if (field === 'region') return t('regionREGION')
    if (field === 'period') return t('periodPERIOD')
    if (field === 'class') return t('classCLASS')
    const highest = formatYuan(LARGEST_MONTHLY_AMOUNT, { grouping: true })
    return problems.wage === 'ABSURD' ? t('wageABSURD', { highest }) : t(`wage${problems.wage ?? 'BLANK'}`)
  }
}

/** A link may name a region or month that is not on offer: it stays chosen, and the answer says what is missing. */
function useRegionOptions(regions: readonly Region[], chosen: string) {
  const t = useMessages(messages)
  const nameOf = useRegionName()
  const options = regions.map((region) => ({ value: region.region, label: nameOf(region) }))
  if (!/^\d{6}$/.test(chosen) || options.some(({ value }) => value === chosen)) return options
  return [...options, { value: chosen, label: t('unknownChoice', { value: chosen }) }]
}

/** The months that any region answers, the latest first. */
function usePeriodOptions(regions: readonly Region[], chosen: string) {
  const format = useFormat()
  const firsts = regions.map(({ firstPeriod }) => firstPeriod).toSorted()
  const first = parsePeriod(firsts[0] ?? '')
  const last = parsePeriod(regions[0]?.lastPeriod ?? '')
  const months: string[] = first && last ? periodsBetween(first, last).toReversed() : []
  const asked = parsePeriod(chosen)
  if (asked !== undefined && !months.includes(asked)) months.push(asked)
  return months.map((month) => ({ value: month, label: format.period(month) }))
}

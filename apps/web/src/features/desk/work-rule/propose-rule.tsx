import { useFormState, type Control } from 'react-hook-form'
import { useMutation } from '../../../shared/data/hooks.tsx'
import { isText } from '../../../shared/case/refuse-step.tsx'
import { lifecycleWords } from '../../../shared/case/lifecycle-words.ts'
import { StepForm } from '../../../shared/case/step-form.tsx'
import { workLifecycles } from '../../../shared/case/work-lifecycles.ts'
import { CheckField, SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { messages } from './messages.ts'
import { useOfficeName } from './rule-facts.ts'
import type { Offices } from './rule-facts.ts'
import style from './work-rule.module.css'
import { ProposeWorkRuleDocument } from './work-rule.generated.ts'
import type { WorkRuleRefusal, WorkRulesPageQuery } from './work-rule.generated.ts'

export type People = WorkRulesPageQuery['agencyPeople']

interface Proposed {
  kind: string | null
  districtId: string | null
  industry: string
  numberFrom: string
  numberTo: string
  /** By account. */
  people: Record<string, boolean>
  reason: string
}
const blank: Proposed = {
  kind: null,
  districtId: null,
  industry: '',
  numberFrom: '',
  numberTo: '',
  people: {},
  reason: '',
}
const chosen = ({ people }: Proposed) => Object.keys(people).filter((id) => people[id])
const isRange = ([from, to]: readonly [string, string]) => (from === '') === (to === '') && from <= to

interface ProposeRuleProps {
  offices: Offices
  people: People
  onProposed: () => Promise<void>
}

/** What a rule fits, and to whom it gives: one person, or several in turn. */
export function ProposeRule({ offices, people, onProposed }: ProposeRuleProps) {
  const t = useMessages(messages)
  const [propose] = useMutation(ProposeWorkRuleDocument)
  const take = async (form: Proposed): Promise<readonly WorkRuleRefusal[]> => {
    const { districtId, industry, numberFrom, numberTo, reason } = form
    const fits = { industry: industry || null, numberFrom: numberFrom || null, numberTo: numberTo || null }
    const lifecycle = workLifecycles.find((name) => name === form.kind) ?? null
    const accountIds = people.map(({ accountId }) => accountId).filter((id) => chosen(form).includes(id))
    const input = { lifecycle, districtId, ...fits, accountIds, reason }
    const outcome = (await propose({ variables: { input } })).data?.proposeWorkRule
    if (outcome?.__typename === 'WorkRuleRefused') return [outcome.reason]
    await onProposed()
    return []
  }
  return (
    <StepForm<Proposed, WorkRuleRefusal>
      blank={blank}
      fields={(control) => <Fields control={control} offices={offices} people={people} />}
      wrong={(form) => ({
        ...(form.industry === '' || /^[A-Ta-t]$/.test(form.industry.trim()) ? {} : { industry: t('industryHint') }),
        ...(isRange([form.numberFrom.trim(), form.numberTo.trim()]) ? {} : { numberTo: t('rangeWrong') }),
        ...(chosen(form).length > 0 ? {} : { people: t('peopleWrong') }),
        ...(isText(form.reason) ? {} : { reason: t('reasonHint') }),
      })}
      verb={t('propose')}
      take={take}
      problems={([reason]) => (reason ? <Notice tone="refused">{t(reason)}</Notice> : null)}
    />
  )
}

function Fields({ control, offices, people }: { control: Control<Proposed>; offices: Offices; people: People }) {
  const t = useMessages(messages)
  const word = useMessages(lifecycleWords)
  const officeName = useOfficeName()
  const kinds = workLifecycles.map((value) => ({ value, label: word(value) }))
  return (
    <>
      <SelectField control={control} name="kind" label={t('kind')} hint={t('kindAny')} options={kinds} />
      {offices.length > 0 ? (
        <SelectField
          control={control}
          name="districtId"
          label={t('office')}
          hint={t('officeAny')}
          options={offices.map((office) => ({ value: office.id, label: officeName(office) }))}
        />
      ) : null}
      <TextField control={control} name="industry" label={t('industryLetter')} hint={t('industryHint')} maxLength={1} />
      <TextField control={control} name="numberFrom" label={t('numberFrom')} hint={t('numberHint')} maxLength={20} />
      <TextField control={control} name="numberTo" label={t('numberTo')} maxLength={20} />
      <PeopleField control={control} people={people} />
      <TextareaField
        control={control}
        name="reason"
        label={t('reason')}
        hint={t('reasonHint')}
        rows={2}
        maxLength={500}
      />
    </>
  )
}

function PeopleField({ control, people }: { control: Control<Proposed>; people: People }) {
  const t = useMessages(messages)
  const { errors } = useFormState({ control })
  const { people: problem } = errors
  const wrong = typeof problem?.message === 'string' ? problem.message : undefined
  return (
    <fieldset className={style.people} aria-describedby="rule-people">
      <legend>{t('people')}</legend>
      <p id="rule-people" className={wrong ? style.wrong : 'quiet'} role={wrong ? 'alert' : undefined}>
        {wrong ?? t('peopleHint')}
      </p>
      {people.map(({ accountId, name }) => (
        <CheckField key={accountId} control={control} name={`people.${accountId}`} label={name} />
      ))}
    </fieldset>
  )
}

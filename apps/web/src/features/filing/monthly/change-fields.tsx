import { fieldName, INFO_FIELDS, insuranceName, messageOf } from '@shebao/declaration-rules'
import type { MonthlyContext } from '@shebao/declaration-rules'
import { FIVE_INSURANCES } from '@shebao/kernel'
import { employmentFormWords, householdTypeWords } from '@shebao/roster'
import { CheckField, DateField, MoneyField, MonthField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { FieldError } from '../../../shared/ui/error-summary.tsx'
import type { ChangeKind } from './change-form.ts'
import { typesOf } from './change-form.ts'
import { changeMessages } from './change-messages.ts'
import { IdentityFields } from './identity-fields.tsx'
import { firstMonth, lastMonthOwed } from './month-rules.ts'
import { monthlyWords } from '../../../shared/case/monthly-words.ts'
import style from './change-panel.module.css'
import { useChangeField } from './use-change-field.ts'
import { useOptions } from './use-options.ts'
import type { ChangeEditing } from './use-change-editor.ts'

interface ChangeFieldsProps {
  kind: ChangeKind
  editing: ChangeEditing
  context: MonthlyContext
  /** Who it is was chosen from the register and is not typed. */
  known: boolean
}

/** What is asked of a change, by its kind; what follows from something else is shown, not asked. */
export function ChangeFields({ kind, editing, context, known }: ChangeFieldsProps) {
  return (
    <>
      {kind === 'join' ? <JoinType editing={editing} /> : null}
      {known ? null : <IdentityFields kind={kind} editing={editing} today={context.today} />}
      {kind === 'join' ? <JoinFields editing={editing} context={context} /> : null}
      {kind === 'stop' ? <StopFields editing={editing} context={context} /> : null}
      {kind === 'base' ? <BaseFields editing={editing} context={context} /> : null}
      {kind === 'info' ? <InfoFields editing={editing} context={context} /> : null}
    </>
  )
}

interface PartProps {
  editing: ChangeEditing
  context: MonthlyContext
}

/** First, for what else is asked follows from it. */
function JoinType({ editing }: Pick<PartProps, 'editing'>) {
  const t = useMessages(changeMessages)
  const words = useMessages(monthlyWords)
  const field = useChangeField(editing)
  return (
    <SelectField
      {...field('changeType')}
      label={t('typejoin')}
      required
      options={typesOf.join.map((value) => ({ value, label: words(value) }))}
    />
  )
}

function JoinFields({ editing, context }: PartProps) {
  const t = useMessages(changeMessages)
  const options = useOptions()
  const field = useChangeField(editing)
  return (
    <fieldset className={style.group}>
      <legend>{t('terms')}</legend>
      <DateField {...field('hireDate')} required />
      <MonthField {...field('effectivePeriod')} required hint={useEffectiveHint(context)} />
      <MoneyField {...field('monthlyWage')} required hint={t('wageHint')} />
      <SelectField {...field('householdType')} required options={options(householdTypeWords)} />
      <SelectField {...field('employmentForm')} required options={options(employmentFormWords)} />
      <TextField {...field('mobile')} hint={t('mobileHint')} inputMode="tel" autoComplete="off" />
      <Insurances legend={t('insurances')} editing={editing} />
    </fieldset>
  )
}

function useEffectiveHint(context: MonthlyContext): string {
  const t = useMessages(changeMessages)
  const format = useFormat()
  const first = firstMonth(context)
  const month = format.period(first)
  const closed = context.earliest === undefined && first > context.today.slice(0, 7)
  return closed ? t('effectiveClosed', { month, day: String(context.cutOffDay) }) : t('effectiveHint', { month })
}

function StopFields({ editing, context }: PartProps) {
  const t = useMessages(changeMessages)
  const words = useMessages(monthlyWords)
  const format = useFormat()
  const field = useChangeField(editing)
  const { effectivePeriod } = editing.draft
  return (
    <fieldset className={style.group}>
      <legend>{t('leaving')}</legend>
      <SelectField
        {...field('changeType')}
        label={t('typestop')}
        required
        options={typesOf.stop.map((value) => ({ value, label: words(value) }))}
      />
      <DateField {...field('leaveDate')} hint={t('leaveHint')} />
      <MonthField
        {...field('lastPayablePeriod')}
        required
        hint={t('lastPayableHint', { month: format.period(lastMonthOwed(context)) })}
      />
      {effectivePeriod === undefined ? null : (
        <p className={style.derived}>{t('stopFrom', { month: format.period(effectivePeriod) })}</p>
      )}
      <Insurances legend={t('insurancesStop')} editing={editing} />
    </fieldset>
  )
}

function BaseFields({ editing, context }: PartProps) {
  const t = useMessages(changeMessages)
  const field = useChangeField(editing)
  return (
    <fieldset className={style.group}>
      <legend>{t('changing')}</legend>
      <MoneyField {...field('monthlyWage')} required hint={t('wageHint')} />
      <MonthField {...field('effectivePeriod')} required hint={useEffectiveHint(context)} />
      <TextField
        {...field('reason')}
        required={context.annualWindowOpen === false}
        hint={t('reasonHint')}
        maxLength={200}
      />
      <Insurances legend={t('insurances')} editing={editing} />
    </fieldset>
  )
}

const hints = [
  ['name', 'infoNameHint'],
  ['idNumber', 'infoNumberHint'],
  ['mobile', 'infoMobileHint'],
] as const

function InfoFields({ editing, context }: PartProps) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  const options = useOptions()
  const format = useFormat()
  const field = useChangeField(editing)
  const { infoField, effectivePeriod } = editing.form
  const hint = hints.find(([of]) => of === infoField)?.[1]
  const words =
    infoField === 'householdType'
      ? householdTypeWords
      : infoField === 'employmentForm'
        ? employmentFormWords
        : undefined
  return (
    <fieldset className={style.group}>
      <legend>{t('changing')}</legend>
      <SelectField
        {...field('infoField')}
        required
        options={INFO_FIELDS.map((value) => ({ value, label: fieldName(value, language) }))}
      />
      {words ? (
        <SelectField {...field('infoValue')} required options={options(words)} />
      ) : (
        <TextField
          {...field('infoValue')}
          required
          maxLength={60}
          autoComplete="off"
          {...(hint ? { hint: t(hint) } : {})}
        />
      )}
      <p className={style.derived}>{t('infoFrom', { month: format.period(effectivePeriod ?? firstMonth(context)) })}</p>
    </fieldset>
  )
}

function Insurances({ legend, editing }: { legend: string; editing: ChangeEditing }) {
  const { language } = useLanguage()
  const { control, issues } = editing
  const wrong = issues.find(({ field, severity }) => field === 'insurances' && severity === 'error')
  return (
    <fieldset
      className={style.insurances}
      id="insurances"
      tabIndex={-1}
      {...(wrong ? { 'aria-describedby': 'insurances-wrong' } : {})}
    >
      <legend>{legend}</legend>
      {FIVE_INSURANCES.map((insurance) => (
        <CheckField
          key={insurance}
          control={control}
          name={`insurances.${insurance}`}
          label={insuranceName(insurance, language)}
        />
      ))}
      <FieldError id="insurances-wrong">{wrong && messageOf(wrong, language)}</FieldError>
    </fieldset>
  )
}

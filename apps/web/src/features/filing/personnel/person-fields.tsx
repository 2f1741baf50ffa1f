import { Button } from '@mantine/core'
import { fieldName, insuranceName, messageOf } from '@shebao/declaration-rules'
import type { Issue, PersonnelTotals } from '@shebao/declaration-rules'
import { checkPersonIdentifier } from '@shebao/identifiers'
import type { FiveInsurance } from '@shebao/kernel'
import {
  employmentFormWords,
  householdTypeWords,
  idTypeWords,
  insurances,
  retirementCategoryWords,
  sexWords,
} from '@shebao/roster'
import type { PersonnelDraft, Words } from '@shebao/roster'
import type { ReactNode } from 'react'
import type { Control, FieldPath } from 'react-hook-form'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DateField, IntegerField, MoneyField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { BaseOfInsurance } from './base-of-insurance.tsx'
import { messages } from './later-messages.ts'
import { controlOf } from './person-form.ts'
import type { PersonForm } from './person-form.ts'
import type { RulesOfList } from './roster-protocol.ts'
import style from './person-fields.module.css'

interface PersonFieldsProps {
  control: Control<PersonForm>
  form: PersonForm
  before: PersonnelDraft
  issues: readonly Issue[]
  totals: Readonly<PersonnelTotals>
  rules: RulesOfList
  onAllYes: (values: PersonForm['participation']) => void
}

/** Everything that is asked of one person; what follows from something else is shown, not asked. */
export function PersonFields({ control, form, before, issues, totals, rules, onAllYes }: PersonFieldsProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const format = useFormat()
  const pick = (words: Words) => (language === 'zh-CN' ? words.zh : words.en)
  const options = (words: Readonly<Record<string, Words>>) =>
    Object.entries(words).map(([value, word]) => ({ value, label: pick(word) }))
  const warningAt = (name: string): ReactNode => {
    const warning = issues.find((issue) => issue.severity === 'warning' && controlOf(issue) === name)
    return warning === undefined ? undefined : messageOf(warning, language)
  }
  const field = (name: FieldPath<PersonForm>) => ({
    control,
    name,
    label: fieldName(name, language),
    warning: warningAt(name),
  })
  const choice = (name: 'idType' | 'sex' | 'householdType' | 'employmentForm' | 'retirementCategory') => {
    const unread = before.raw?.[name]
    return { ...field(name), ...(unread && form[name] === null ? { hint: t('notUnderstood', { text: unread }) } : {}) }
  }
  const identity =
    form.idNumber === null ? undefined : checkPersonIdentifier(idTypeOf(form.idType), form.idNumber, rules.today)
  const facts = identity?.ok === true ? identity.facts : undefined
  const derived = facts?.sex !== undefined && facts.birthDate !== undefined
  const asksSex = !derived || issues.some(({ field: name }) => name === 'sex' || name === 'birthDate')
  const sex = facts?.sex ?? form.sex
  const has = (code: Issue['code']) => issues.some((issue) => issue.code === code)
  return (
    <>
      <fieldset className={style.group}>
        <legend>{t('identity')}</legend>
        <TextField {...field('name')} required />
        <SelectField {...choice('idType')} options={options(idTypeWords)} />
        <TextField {...field('idNumber')} required />
        {derived ? (
          <p className={style.derived}>
            {t('derivedFromId', {
              sex: facts.sex === undefined ? '' : pick(sexWords[facts.sex]),
              birth: facts.birthDate === undefined ? '' : format.date(facts.birthDate),
            })}
          </p>
        ) : null}
        {asksSex ? <SelectField {...choice('sex')} options={options(sexWords)} /> : null}
        {asksSex ? <DateField {...field('birthDate')} /> : null}
        <TextField {...field('mobile')} required />
      </fieldset>
      <fieldset className={style.group}>
        <legend>{t('employment')}</legend>
        <SelectField {...choice('householdType')} required options={options(householdTypeWords)} />
        <SelectField {...choice('employmentForm')} required options={options(employmentFormWords)} />
        <DateField {...field('hireDate')} required />
        <DateField {...field('leaveDate')} />
        {sex === 'FEMALE' || form.retirementCategory !== null ? (
          <SelectField {...choice('retirementCategory')} options={options(retirementCategoryWords)} />
        ) : null}
        {has('PAST_RETIREMENT') || form.retirementReason !== null ? <TextField {...field('retirementReason')} /> : null}
      </fieldset>
      <fieldset className={style.group}>
        <legend>{t('wagesGroup')}</legend>
        <IntegerField {...field('monthsWorkedLastYear')} required hint={t('monthsHint')} />
        <MoneyField {...field('wagesLastYear')} required />
        {form.monthsWorkedLastYear === 0 || form.firstMonthWage !== null ? (
          <MoneyField {...field('firstMonthWage')} required hint={t('firstWageHint')} />
        ) : null}
        {before.statedMonthlyAverage !== undefined || before.raw?.statedMonthlyAverage !== undefined ? (
          <MoneyField {...field('statedMonthlyAverage')} />
        ) : null}
        {has('BELOW_MINIMUM_WAGE') || form.lowWageReason !== null ? <TextField {...field('lowWageReason')} /> : null}
      </fieldset>
      <fieldset className={style.group}>
        <legend>{t('insurancesGroup')}</legend>
        <Button variant="subtle" size="compact-sm" className={style.allYes ?? ''} onClick={() => onAllYes(everyYes)}>
          {t('setAllYes')}
        </Button>
        {insurances.map((insurance) => (
          <InsuranceLine
            key={insurance}
            insurance={insurance}
            control={control}
            form={form}
            totals={totals}
            rules={rules}
          />
        ))}
      </fieldset>
    </>
  )
}

const everyYes = { PENSION: 'YES', MEDICAL: 'YES', UNEMPLOYMENT: 'YES', WORK_INJURY: 'YES', MATERNITY: 'YES' } as const

function idTypeOf(text: string | null): keyof typeof idTypeWords | undefined {
  return text !== null && Object.hasOwn(idTypeWords, text) ? (text as keyof typeof idTypeWords) : undefined
}

interface InsuranceLineProps {
  insurance: FiveInsurance
  control: Control<PersonForm>
  form: PersonForm
  totals: Readonly<PersonnelTotals>
  rules: RulesOfList
}

function InsuranceLine({ insurance, control, form, totals, rules }: InsuranceLineProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const word = insuranceName(insurance, language)
  return (
    <div className={style.insurance} data-insurance={insurance}>
      <SelectField
        control={control}
        name={`participation.${insurance}`}
        label={t('takesPart', { insurance: word })}
        required
        options={[
          { value: 'YES', label: t('yes') },
          { value: 'NO', label: t('no') },
        ]}
      />
      {form.participation[insurance] === 'YES' ? (
        <BaseOfInsurance insurance={insurance} form={form} totals={totals} policy={rules.policy} />
      ) : null}
      {form.participation[insurance] === 'NO' ? (
        <TextField
          control={control}
          name={`exemptionReasons.${insurance}`}
          label={t('exemptionReason', { insurance: word })}
          required
        />
      ) : null}
    </div>
  )
}

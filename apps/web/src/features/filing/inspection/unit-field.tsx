import { answerName, fieldName, insuranceName } from '@shebao/declaration-rules'
import type { UnitField } from '@shebao/declaration-rules'
import { FIVE_INSURANCES, INJURY_CLASSES } from '@shebao/kernel'
import { Suspense, type ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { IntegerField, MoneyField, SelectField, TextareaField, TextField } from '../../../shared/forms/index.ts'
import { YesNoField } from '../../../shared/forms/yes-no-field.tsx'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import type { FieldNotes } from './field-notes.ts'
import sheet from './inspection.module.css'
import style from './unit-field.module.css'
import { messages } from './section-messages.ts'
import { BranchesField, PeriodsField } from './rare-parts.ts'
import type { UnitValues } from './unit-values.ts'

interface UnitFieldProps {
  field: UnitField
  control: Control<UnitValues>
  notes: FieldNotes
  /** Whether the question at a path is asked now: a reason only where fewer are insured than work. */
  isAsked: (path: string) => boolean
}

const hints = { retirees: 'hintRetirees', paidLastYear: 'hintPaid', arrears: 'hintArrears' } as const

/** One field of the catalogue with the control its kind asks for; five controls where every insurance is answered. */
export function UnitFieldControl({ field, control, notes, isAsked }: UnitFieldProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const hintKey = Object.hasOwn(hints, field.name) ? hints[field.name as keyof typeof hints] : undefined
  const hint = hintKey ? t(hintKey) : undefined
  if (!field.perInsurance)
    return (
      <OneControl
        field={field}
        control={control}
        name={field.name}
        label={fieldName(field.name, language)}
        notes={notes}
        hint={hint}
      />
    )
  return (
    <fieldset className={sheet.five}>
      <legend>{fieldName(field.name, language)}</legend>
      {hint ? <p className={sheet.hint}>{hint}</p> : null}
      <div className={style.fiveFields}>
        {FIVE_INSURANCES.filter((insurance) => isAsked(`${field.name}.${insurance}`)).map((insurance) => (
          <OneControl
            key={insurance}
            field={field}
            control={control}
            name={`${field.name}.${insurance}`}
            label={insuranceName(insurance, language)}
            notes={notes}
            hint={undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface OneControlProps extends Omit<UnitFieldProps, 'isAsked'> {
  name: string
  label: string
  hint: string | undefined
}

function OneControl({ field, control, name, label, hint, notes }: OneControlProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const shared = { control, name, label, required: true, warning: notes.at(name), ...(hint ? { hint } : {}) }
  switch (field.kind) {
    case 'boolean':
      return <YesNoField {...shared} yes={t('yes')} no={t('no')} />
    case 'enum':
      return (
        <SelectField
          {...shared}
          options={(field.values ?? []).map((value) => ({ value, label: answerName(field.name, value, language) }))}
        />
      )
    case 'injuryClass':
      return <InjuryClassField {...shared} />
    case 'count':
      return <IntegerField {...shared} />
    case 'money':
      return <MoneyField {...shared} />
    case 'explanation':
      return <TextareaField {...shared} maxLength={1000} />
    case 'periods':
      return (
        <Suspense fallback={<Skeleton lines={2} />}>
          <PeriodsField {...shared} hint={t('periodsHint')} />
        </Suspense>
      )
    case 'branches':
      return (
        <Suspense fallback={<Skeleton lines={2} />}>
          <BranchesField control={control} notes={notes} />
        </Suspense>
      )
    case 'phone':
      return <TextField {...shared} hint={t('hintPhone')} inputMode="tel" autoComplete="off" maxLength={30} />
    case 'account':
    case 'personIdNumber':
      return <TextField {...shared} autoComplete="off" maxLength={40} spellCheck={false} />
    default:
      return <TextField {...shared} autoComplete="off" maxLength={200} />
  }
}

/** Kept as a number in the form; the select speaks text. */
function InjuryClassField(props: {
  control: Control<UnitValues>
  name: string
  label: string
  required: boolean
  warning: ReactNode
}) {
  const { language } = useLanguage()
  return (
    <SelectField
      {...props}
      options={INJURY_CLASSES.map((injuryClass) => ({
        value: String(injuryClass),
        label: answerName('injuryClass', String(injuryClass), language),
      }))}
    />
  )
}

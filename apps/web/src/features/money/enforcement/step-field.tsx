import { Button, Checkbox, NativeSelect } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { useController, useFieldArray, type Control } from 'react-hook-form'
import { useQuery } from '../../../shared/data/hooks.tsx'
import {
  DateField,
  IntegerField,
  MoneyField,
  SelectField,
  TextareaField,
  TextField,
} from '../../../shared/forms/index.ts'
import { YesNoField } from '../../../shared/forms/yes-no-field.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './enforcement.module.css'
import { hasAnswered } from './offered-steps.ts'
import { EnforcementBanksDocument } from './enforcement.generated.ts'
import type { EnforcementStandingFragment } from './enforcement.generated.ts'
import type { StepField } from './step-fields.ts'
import { isLabel, stepLabels } from './step-labels.ts'
import { stepWords } from './step-words.ts'

interface FieldOfStepProps {
  control: Control
  field: StepField
  standing: EnforcementStandingFragment
  /** Of a row: which, so that its label says so. */
  row?: number
}

/** One field of a step, as its kind is typed. */
export function FieldOfStep({ control, field, standing, row }: FieldOfStepProps) {
  const t = useMessages(stepWords)
  const labelOf = useMessages(stepLabels)
  const { name, kind, optional = false } = field
  const label = row === undefined ? labelOf(field.label) : t('rowOf', { row, label: labelOf(field.label) })
  const shared = { control, name, label, ...(optional ? { hint: t('optional') } : {}) }
  switch (kind) {
    case 'TEXT':
      return <TextareaField {...shared} maxLength={2000} />
    case 'SHORT':
      return <TextField {...shared} maxLength={200} />
    case 'MONEY':
      return <MoneyField {...shared} />
    case 'DATE':
      return <DateField {...shared} />
    case 'DAYS':
      return <IntegerField {...shared} />
    case 'YES_NO':
      return <YesNoField {...shared} yes={t('yes')} no={t('no')} />
    case 'CHOICE':
      return (
        <SelectField
          {...shared}
          options={(field.choices ?? []).map((value) => ({ value, label: isLabel(value) ? labelOf(value) : value }))}
        />
      )
    case 'ASKED_BANK':
    case 'REPLIED_BANK':
      return <SelectField {...shared} options={banksOf(standing, kind)} />
    case 'BANKS':
      return <BanksField control={control} name={name} label={label} />
    case 'ROWS':
      return <RowsField control={control} field={field} standing={standing} />
  }
}

/** Of the banks that were asked those that still owe a reply, or those that gave one. */
function banksOf({ query }: EnforcementStandingFragment, kind: 'ASKED_BANK' | 'REPLIED_BANK') {
  const replied = (id: string) => (query ? hasAnswered(query, id) : false)
  return (query?.banks ?? [])
    .filter(({ id }) => replied(id) === (kind === 'REPLIED_BANK'))
    .map(({ id, name }) => ({ value: id, label: name }))
}

interface Bank {
  id: string
  name: string
}
const isBanks = (value: unknown): value is Bank[] => Array.isArray(value)

/** Which banks are asked: all that have a desk or an interface here. */
function BanksField({ control, name, label }: { control: Control; name: string; label: string }) {
  const { data } = useQuery(EnforcementBanksDocument)
  const { field, fieldState } = useController({ control, name })
  const chosen = isBanks(field.value) ? field.value : []
  return (
    <fieldset className={style.choices}>
      <legend>{label}</legend>
      {fieldState.error ? <p className={style.wrong}>{fieldState.error.message}</p> : null}
      {(data?.enforcementBanks ?? []).map(({ id, name: bank }, at) => (
        <Checkbox
          key={id}
          ref={at === 0 ? field.ref : undefined}
          label={bank}
          checked={chosen.some((one) => one.id === id)}
          onChange={({ currentTarget: { checked } }) => {
            const others = chosen.filter((one) => one.id !== id)
            field.onChange(checked ? [...others, { id, name: bank }] : others)
          }}
        />
      ))}
    </fieldset>
  )
}

function RowsField({ control, field, standing }: Omit<FieldOfStepProps, 'row'>) {
  const t = useMessages(stepWords)
  const labelOf = useMessages(stepLabels)
  const { fields, append, remove } = useFieldArray({ control, name: field.name })
  return (
    <fieldset className={style.rows}>
      <legend>{labelOf(field.label)}</legend>
      {fields.map(({ id }, at) => (
        <div key={id} className={style.row}>
          {(field.columns ?? []).map((column) => (
            <FieldOfStep
              key={column.name}
              control={control}
              field={{ ...column, name: `${field.name}.${at}.${column.name}` }}
              standing={standing}
              row={at + 1}
            />
          ))}
          {fields.length > 1 ? (
            <Button size="compact-sm" variant="subtle" onClick={() => remove(at)}>
              {t('removeRow', { row: at + 1 })}
            </Button>
          ) : null}
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => append({})}>
        {t('addRow')}
      </Button>
    </fieldset>
  )
}

/** Which of the things to do is in front of the reader. */
export function ChooseStep(props: {
  chosen: string
  options: readonly { value: string; label: string }[]
  onChosen: (value: string) => void
}) {
  const t = useMessages(stepWords)
  const { chosen, options, onChosen } = props
  return (
    <NativeSelect
      label={t('chosen')}
      value={chosen}
      onChange={({ currentTarget }) => onChosen(currentTarget.value)}
      data={[...options]}
    />
  )
}

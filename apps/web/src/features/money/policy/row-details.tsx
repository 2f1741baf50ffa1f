import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import '@mantine/core/styles/Checkbox.css'
import '@mantine/core/styles/InlineInput.css'
import { INJURY_CLASSES, INSURANCES, SIDES } from '@shebao/kernel'
import { injuryClassCategory, PARAMETER_NAMES } from '@shebao/premium'
import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import { useParameterText } from './parameter-text.ts'
import style from './policy.module.css'
import { proposalMessages } from './proposal-messages.ts'
import { errorOf, fieldId } from './row-field.ts'

interface RowDetailsProps {
  row: ParameterDraft
  problems: readonly ProposalProblem[]
  onChange: (change: Partial<ParameterDraft>) => void
}

/** What names the rule, and where its figure comes from. */
export function RowDetails({ row, problems, onChange }: RowDetailsProps) {
  const t = useMessages(proposalMessages)
  const { nameOf, insuranceOf, sideOf, categoryOf } = useParameterText()
  const select = (field: 'name' | 'insurance' | 'side', options: readonly { value: string; label: string }[]) => (
    <NativeSelect
      id={fieldId(row.id, field)}
      label={t(`field${field}`)}
      value={row[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
      data={[...options]}
      {...errorOf(problems, field)}
    />
  )
  const categories = ['ALL', ...INJURY_CLASSES.map(injuryClassCategory)]
  return (
    <div className={style.details}>
      {select('name', [
        { value: '', label: t('choose') },
        ...PARAMETER_NAMES.map((name) => ({ value: name, label: nameOf(name) })),
      ])}
      {select('insurance', [
        { value: 'ALL', label: t('notByInsurance') },
        ...INSURANCES.map((value) => ({ value, label: insuranceOf(value) ?? value })),
      ])}
      {select('side', [
        { value: 'ALL', label: t('bothSides') },
        ...SIDES.map((value) => ({ value, label: sideOf(value) ?? value })),
      ])}
      <TextInput
        id={fieldId(row.id, 'category')}
        label={t('fieldcategory')}
        value={row.category}
        list={`${row.id}-categories`}
        autoComplete="off"
        onChange={(event) => onChange({ category: event.currentTarget.value.trim().toUpperCase() })}
        {...errorOf(problems, 'category')}
      />
      <datalist id={`${row.id}-categories`}>
        {categories.map((value) => (
          <option key={value} value={value}>
            {categoryOf(value) ?? ''}
          </option>
        ))}
      </datalist>
      <TextInput
        id={fieldId(row.id, 'docNo')}
        label={t('fielddocNo')}
        value={row.docNo}
        autoComplete="off"
        onChange={(event) => onChange({ docNo: event.currentTarget.value })}
        {...errorOf(problems, 'docNo')}
      />
      <TextInput
        id={fieldId(row.id, 'publishedOn')}
        label={t('fieldpublishedOn')}
        placeholder={t('dateHint')}
        value={row.publishedOn}
        autoComplete="off"
        onChange={(event) => onChange({ publishedOn: event.currentTarget.value })}
        onBlur={() => onChange({ publishedOn: readDate(row.publishedOn) ?? row.publishedOn })}
        {...errorOf(problems, 'publishedOn')}
      />
      <TextInput
        id={fieldId(row.id, 'source')}
        label={t('fieldsource')}
        placeholder={t('sourceHint')}
        value={row.source}
        maxLength={300}
        onChange={(event) => onChange({ source: event.currentTarget.value })}
        {...errorOf(problems, 'source')}
      />
      <Checkbox
        id={fieldId(row.id, 'verified')}
        label={t('fieldverified')}
        checked={row.verified}
        onChange={(event) => onChange({ verified: event.currentTarget.checked })}
      />
    </div>
  )
}

import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import '@mantine/core/styles/ActionIcon.css'
import { IconChevronDown, IconChevronRight, IconTrash } from '@tabler/icons-react'
import { isParameterName, PARAMETER_UNITS, parameterChoices } from '@shebao/premium'
import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useId, useState } from 'react'
import { MonthInput } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { useParameterText } from './parameter-text.ts'
import { policyMessages } from './policy-messages.ts'
import sheet from './policy.module.css'
import style from './row-editor.module.css'
import { useProblemText } from './use-problem-text.ts'
import { proposalMessages } from './proposal-messages.ts'
import { RowDetails } from './row-details.tsx'
import { errorOf, fieldId } from './row-field.ts'
import { readValue, writeValue } from './typed-parameter.ts'

interface RowEditorProps {
  row: ParameterDraft
  number: number
  startOpen: boolean
  /** The value it follows; null for a rule that has none yet. */
  was: string | null
  /** It names another document than most rows, which is shown with it. */
  ownDocument: boolean
  problems: readonly ProposalProblem[]
  onChange: (row: ParameterDraft) => void
  onRemove: () => void
}

/** What changes most often in a line: the value and its months; what names the rule and where it comes from opens below. */
export function RowEditor(props: RowEditorProps) {
  const { row, number, startOpen, was, ownDocument, onChange, onRemove } = props
  const t = useMessages(proposalMessages)
  const { nameOf, scopeOf, valueOf } = useParameterText()
  // What the shared document lacks is said there, once.
  const problems = props.problems.filter(({ code }) => ownDocument || (code !== 'NO_DOCUMENT' && code !== 'UNVERIFIED'))
  const [open, setOpen] = useState(startOpen)
  const heading = useId()
  const details = useId()
  const set = (change: Partial<ParameterDraft>) => onChange({ ...row, ...change })
  const worst = problems.some(({ severity }) => severity === 'error')
    ? 'error'
    : problems.length > 0
      ? 'warning'
      : 'none'
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <li className={sheet.row} data-problem={worst} aria-labelledby={heading}>
      <div className={style.line}>
        <button
          type="button"
          className={style.rowName}
          aria-expanded={open}
          aria-controls={details}
          onClick={() => setOpen(!open)}
        >
          <Chevron size={18} aria-hidden />
          <span id={heading}>
            <span className="visually-hidden">{t('row', { number: String(number) })} </span>
            {row.name ? nameOf(row.name) : t('noName')}
            <span className="sub">{[scopeOf(row), ownDocument ? row.docNo : ''].filter(Boolean).join(' · ')}</span>
          </span>
        </button>
        <span className={style.was}>
          <span className={style.wasLabel}>{t('oldValue')} </span>
          {was === null ? t('newRule') : valueOf(row.name, was)} <span aria-hidden>→</span>
        </span>
        <ValueField row={row} number={number} onChange={(value) => set({ value })} problems={problems} />
        {(['validFrom', 'validTo'] as const).map((field) => (
          <MonthInput
            key={field}
            id={fieldId(row.id, field)}
            label={t(`field${field}`)}
            description={null}
            placeholder={field === 'validTo' ? t('validToHint') : '2027-07'}
            value={row[field]}
            onChange={(month) => set({ [field]: month })}
            {...errorOf(problems, field)}
          />
        ))}
        <ActionIcon
          variant="subtle"
          size="lg"
          className={style.remove ?? ''}
          aria-label={t('removeRow', { number: String(number) })}
          onClick={onRemove}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      <Problems problems={problems} row={row} />
      <div id={details} hidden={!open}>
        {open ? <RowDetails row={row} problems={problems} onChange={set} /> : null}
      </div>
    </li>
  )
}

/** What stands in the lines below, said once where they have the room; each field carries its own name besides. */
export function RowHeads() {
  const t = useMessages(proposalMessages)
  const heads = ['fieldname', 'oldValue', 'fieldvalue', 'fieldvalidFrom', 'fieldvalidTo'] as const
  return (
    <div className={`${style.line} ${style.heads}`} aria-hidden>
      {heads.map((head) => (
        <span key={head}>{t(head)}</span>
      ))}
    </div>
  )
}

function ValueField(props: {
  row: ParameterDraft
  number: number
  problems: readonly ProposalProblem[]
  onChange: (value: string) => void
}) {
  const { row, problems, onChange } = props
  const t = useMessages(proposalMessages)
  const words = useMessages(policyMessages)
  const { choiceOf } = useParameterText()
  const [typed, setTyped] = useState<string>()
  const name = isParameterName(row.name) ? row.name : undefined
  const choices = name ? parameterChoices(name) : []
  const id = fieldId(row.id, 'value')
  if (choices.length > 0) {
    return (
      <NativeSelect
        id={id}
        label={t('fieldvalue')}
        value={row.value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[
          { value: '', label: t('choose') },
          ...choices.map((value) => ({ value, label: choiceOf(row.name, value) })),
        ]}
        {...errorOf(problems, 'value')}
      />
    )
  }
  const unit = name ? PARAMETER_UNITS[name] : 'WORD'
  return (
    <TextInput
      id={id}
      label={t('fieldvalue')}
      className={style.amount ?? ''}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? writeValue(row.name, row.value)}
      rightSection={unit === 'WORD' ? null : <span>{words(unit)}</span>}
      rightSectionWidth={54}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(readValue(row.name, event.currentTarget.value))
      }}
      onBlur={() => setTyped(undefined)}
      {...errorOf(problems, 'value')}
    />
  )
}

function Problems({ problems, row }: { problems: readonly ProposalProblem[]; row: ParameterDraft }) {
  const t = useMessages(proposalMessages)
  const textOf = useProblemText()
  if (problems.length === 0) return null
  return (
    <ul className={style.rowProblems}>
      {problems.map((problem) => (
        <li key={`${problem.field} ${problem.code}`} data-severity={problem.severity}>
          <strong>{t(problem.severity)}</strong> {textOf(problem, row)}
        </li>
      ))}
    </ul>
  )
}

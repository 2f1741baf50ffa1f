import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readYuan, writeYuan } from '../../../shared/lib/typed-text.ts'
import type { ProposalContent } from './merge-contents.ts'
import sheet from './policy.module.css'
import style from './proposal-editor.module.css'
import { proposalMessages } from './proposal-messages.ts'
import type { OldValue } from './old-value.ts'
import { RowEditor, RowHeads } from './row-editor.tsx'
import { SameForAll } from './same-for-all.tsx'
import { SharedDocument } from './shared-document.tsx'
import { sharedOf } from './shared-value.ts'

interface EditorProps {
  content: ProposalContent
  problems: readonly ProposalProblem[]
  oldValue: OldValue
  onChange: (content: ProposalContent) => void
  readOnly: boolean
}

/** Title, the average to check against, and the rows; every change is saved by itself. */
export function ProposalEditor({ content, problems, oldValue, onChange, readOnly }: EditorProps) {
  const t = useMessages(proposalMessages)
  const [added, setAdded] = useState<string>()
  const { rows } = content
  const [document, verified] = [sharedOf(rows, 'docNo'), sharedOf(rows, 'verified')]
  const replace = (row: ParameterDraft) =>
    onChange({ ...content, rows: rows.map((one) => (one.id === row.id ? row : one)) })
  const add = () => {
    const row = emptyRow(rows.at(-1))
    setAdded(row.id)
    onChange({ ...content, rows: [...rows, row] })
  }
  return (
    <section className={sheet.section}>
      <h2>{t('editTitle')}</h2>
      <fieldset className={style.plain} disabled={readOnly}>
        <div className={`${sheet.filters} ${sheet.titled}`}>
          <TextInput
            label={t('titleLabel')}
            value={content.title}
            maxLength={80}
            onChange={(event) => onChange({ ...content, title: event.currentTarget.value })}
            error={content.title.trim() === '' ? t('titleNeeded') : undefined}
          />
          <AverageField
            value={content.publishedAverage}
            onChange={(publishedAverage) => onChange({ ...content, publishedAverage })}
          />
        </div>
        {rows.length > 0 ? (
          <SharedDocument
            rows={rows}
            problems={problems}
            onChange={(next) => onChange({ ...content, rows: [...next] })}
          />
        ) : null}
        {rows.length > 1 ? (
          <SameForAll
            count={rows.length}
            onApply={(same) => onChange({ ...content, rows: rows.map((row) => ({ ...row, ...same })) })}
          />
        ) : null}
        {rows.length > 0 ? <RowHeads /> : null}
        <ol className={style.rows}>
          {rows.map((row, index) => (
            <RowEditor
              key={row.id}
              row={row}
              number={index + 1}
              startOpen={row.id === added}
              was={oldValue(row)}
              ownDocument={row.docNo !== document || row.verified !== verified}
              problems={problems.filter((problem) => problem.row === index + 1)}
              onChange={replace}
              onRemove={() => onChange({ ...content, rows: rows.filter(({ id }) => id !== row.id) })}
            />
          ))}
        </ol>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={add}>
          {t('addRow')}
        </Button>
      </fieldset>
    </section>
  )
}

/** The next row most often begins with the same month, by the same document. */
function emptyRow(before: ParameterDraft | undefined): ParameterDraft {
  return {
    id: crypto.randomUUID(),
    name: '',
    insurance: 'ALL',
    side: 'ALL',
    category: 'ALL',
    value: '',
    validFrom: before?.validFrom ?? '',
    validTo: before?.validTo ?? '',
    docNo: before?.docNo ?? '',
    publishedOn: before?.publishedOn ?? '',
    source: before?.source ?? '',
    verified: before?.verified ?? false,
  }
}

function AverageField(props: { value: number | string | null; onChange: (value: number | string | null) => void }) {
  const { value, onChange } = props
  const t = useMessages(proposalMessages)
  const [typed, setTyped] = useState<string>()
  const written = typeof value === 'number' ? writeYuan(value) : (value ?? '')
  return (
    <TextInput
      label={t('average')}
      description={t('averageHint')}
      inputMode="decimal"
      autoComplete="off"
      value={typed ?? written}
      onChange={(event) => {
        const text = event.currentTarget.value
        const amount = readYuan(text)
        setTyped(text)
        onChange(text.trim() === '' ? null : amount !== undefined && amount > 0 ? amount : text)
      }}
      onBlur={() => setTyped(undefined)}
      error={typeof value === 'string' ? t('averageWrong') : undefined}
    />
  )
}

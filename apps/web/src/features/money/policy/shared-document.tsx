import { TextInput } from '@mantine/core'
import type { ParameterDraft, ProposalProblem } from '@shebao/premium'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { readDate } from '../../../shared/lib/typed-text.ts'
import sheet from './policy.module.css'
import { proposalMessages } from './proposal-messages.ts'
import { sharedOf } from './shared-value.ts'
import type { SharedField } from './shared-value.ts'

interface SharedDocumentProps {
  rows: readonly ParameterDraft[]
  problems: readonly ProposalProblem[]
  onChange: (rows: readonly ParameterDraft[]) => void
}

/** One document sets many figures: it is named once, for every row that names no other in its details. */
export function SharedDocument({ rows, problems, onChange }: SharedDocumentProps) {
  const t = useMessages(proposalMessages)
  // Whoever had the shared value when somebody began to type follows, so that passing another row's value takes nobody along.
  const [following, setFollowing] = useState<{ field: SharedField; ids: ReadonlySet<string> }>()
  const followersOf = (field: SharedField) =>
    following?.field === field
      ? following.ids
      : new Set(rows.filter((row) => row[field] === sharedOf(rows, field)).map(({ id }) => id))
  const change = <Field extends SharedField>(field: Field, value: ParameterDraft[Field]) => {
    const ids = followersOf(field)
    onChange(rows.map((row) => (ids.has(row.id) ? { ...row, [field]: value } : row)))
  }
  const text = (field: 'docNo' | 'publishedOn') => {
    const ids = followersOf(field)
    return {
      label: t(`field${field}`),
      value: rows.find(({ id }) => ids.has(id))?.[field] ?? '',
      autoComplete: 'off',
      onFocus: () => setFollowing({ field, ids }),
      onBlur: () => setFollowing(undefined),
    }
  }
  const differing = rows.filter(({ docNo }) => docNo !== sharedOf(rows, 'docNo')).length
  const told = (code: ProposalProblem['code']) => problems.filter((problem) => problem.code === code).length
  const [missing, unverified] = [told('NO_DOCUMENT'), told('UNVERIFIED')]
  const publishedOn = text('publishedOn')
  return (
    <fieldset className={sheet.document}>
      <legend>{t('documentTitle')}</legend>
      <div className={sheet.details}>
        <TextInput {...text('docNo')} onChange={(event) => change('docNo', event.currentTarget.value)} />
        <TextInput
          {...publishedOn}
          placeholder={t('dateHint')}
          onChange={(event) => change('publishedOn', event.currentTarget.value)}
          onBlur={() => {
            const day = readDate(publishedOn.value)
            if (day !== undefined && day !== publishedOn.value) change('publishedOn', day)
            publishedOn.onBlur()
          }}
        />
        <label className={sheet.check}>
          <input
            type="checkbox"
            checked={sharedOf(rows, 'verified') ?? false}
            onChange={(event) => change('verified', event.currentTarget.checked)}
          />
          <span>{t('fieldverified')}</span>
        </label>
      </div>
      <p className="quiet">
        {[
          t('documentHint'),
          ...(differing > 0 ? [t('documentDiffers', { count: differing })] : []),
          ...(missing > 0 ? [t('documentMissing', { count: missing })] : []),
          ...(unverified > 0 ? [t('documentUnverified', { count: unverified })] : []),
        ].join(' ')}
      </p>
    </fieldset>
  )
}

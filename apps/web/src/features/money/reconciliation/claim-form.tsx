import { Button, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from '../../../shared/data/hooks.tsx'
import { FilesInput, idsOf, useFilesCheck } from '../../../shared/forms/index.ts'
import type { GivenFile } from '../../../shared/forms/index.ts'
import { useStale } from '../../../shared/case/use-stale.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { ClaimCompare } from './claim-compare.tsx'
import { ConfirmClaimDialog } from './confirm-claim-dialog.tsx'
import { claimMessages } from './claim-messages.ts'
import { ClaimSuggestionList } from './claim-suggestions.tsx'
import { FindUnit } from './find-unit.tsx'
import type { FoundUnit } from './find-unit.tsx'
import { itemMessages } from './item-messages.ts'
import {
  ClaimSuggestionsDocument,
  CompareForClaimDocument,
  ResolveReconciliationItemDocument,
} from './reconciliation.generated.ts'
import sheet from './reconciliation.module.css'
import type { ResolvableItemFragment } from './resolve-form.generated.ts'

interface ClaimFormProps {
  item: ResolvableItemFragment
  onChanged: () => Promise<unknown>
}

interface Draft {
  note: string
  noticeNumber: string
}

/** What is claimed for whom, checked before it is asked about, and sent once. */
function useClaim({ item, onChanged }: ClaimFormProps) {
  const t = useMessages(itemMessages)
  const [unit, setUnit] = useState<FoundUnit>()
  const [draft, setDraft] = useState<Draft>({ note: '', noticeNumber: '' })
  const [problem, setProblem] = useState<{ field: 'unit' | 'note' | 'files' | 'all'; text: string }>()
  const [asking, setAsking] = useState(false)
  const { isStale, staleNotice } = useStale(onChanged)
  const [files, setFiles] = useState<readonly GivenFile[]>([])
  const filesWrong = useFilesCheck()(files)
  const candidate = useCandidate(item.id, unit?.id)
  const other = candidate !== null && !candidate.samePayer
  const [send, { loading: busy }] = useMutation(ResolveReconciliationItemDocument)
  const check = () => {
    const { length } = draft.note.trim()
    if (!unit) return setProblem({ field: 'unit', text: t('unitWrong') })
    if (length < 4 || length > 300) return setProblem({ field: 'note', text: t('noteWrong') })
    if (other && filesWrong) return setProblem({ field: 'files', text: filesWrong })
    setProblem(undefined)
    setAsking(true)
  }
  const claim = async (asOtherPayer: boolean) => {
    try {
      const input = {
        itemId: item.id,
        resolution: 'ASSIGN' as const,
        note: draft.note.trim(),
        employerId: unit?.id ?? null,
        noticeNumber: draft.noticeNumber.trim() || null,
        asOtherPayer,
        files: asOtherPayer ? idsOf(files) : [],
        decidedOn: item.mark,
      }
      const outcome = (await send({ variables: { input } })).data?.resolveReconciliationItem
      setAsking(false)
      if (isStale(outcome)) return undefined
      if (outcome?.__typename === 'ReconciliationItemRefused')
        return setProblem({ field: 'all', text: t(`refused${outcome.reason}`) })
      await onChanged()
    } catch {
      setAsking(false)
      setProblem({ field: 'all', text: t('refusedOTHER') })
    }
  }
  const at = (field: string) => (problem?.field === field ? problem.text : undefined)
  return {
    unit,
    setUnit,
    draft,
    setDraft,
    setFiles,
    candidate,
    other,
    asking,
    setAsking,
    staleNotice,
    at,
    busy,
    check,
    claim,
  }
}

/** Money from suspense to an employer: what the register suggests first, then anybody by number; payer and employer side by side. */
export function ClaimForm({ item, onChanged }: ClaimFormProps) {
  const t = useMessages(itemMessages)
  const words = useMessages(claimMessages)
  const { data, error, loading } = useQuery(ClaimSuggestionsDocument, {
    variables: { id: item.id },
    fetchPolicy: 'network-only',
  })
  const suggestions = data?.reconciliationItem.suggestions ?? []
  const { unit, draft, candidate, at, ...form } = useClaim({ item, onChanged })
  const refused = at('all')
  return (
    <form
      className={sheet.resolve}
      onSubmit={(event) => {
        event.preventDefault()
        form.check()
      }}
    >
      {error ? <Notice tone="warning">{words('loadFailed')}</Notice> : null}
      {!loading && !error && suggestions.length === 0 ? <p className="quiet">{words('noSuggestion')}</p> : null}
      <ClaimSuggestionList
        suggestions={suggestions}
        chosen={unit?.id}
        onChoose={(chosen) => {
          form.setUnit(chosen)
          form.setDraft({ ...draft, noticeNumber: chosen.noticeNumber ?? '' })
        }}
      />
      <FindUnit unit={unit} onFound={form.setUnit} problem={at('unit')} />
      {candidate ? <ClaimCompare payer={item} candidate={candidate} /> : null}
      <TextInput
        size="sm"
        label={t('noticeNumber')}
        description={t('noticeHint')}
        autoComplete="off"
        maxLength={60}
        value={draft.noticeNumber}
        onChange={(event) => form.setDraft({ ...draft, noticeNumber: event.currentTarget.value })}
      />
      <Textarea
        name="note"
        size="sm"
        label={t('note')}
        description={t('noteHint')}
        autosize
        minRows={2}
        maxLength={300}
        value={draft.note}
        error={at('note')}
        onChange={(event) => form.setDraft({ ...draft, note: event.currentTarget.value })}
      />
      {form.other ? (
        <FilesInput label={words('files')} hint={words('filesHint')} error={at('files')} onFiles={form.setFiles} />
      ) : null}
      {form.staleNotice}
      {refused ? <Notice tone="refused">{refused}</Notice> : null}
      <Button type="submit" loading={form.busy}>
        {candidate ? words(candidate.samePayer ? 'claim' : 'askClaim') : t('ASSIGN')}
      </Button>
      {form.asking && candidate ? (
        <ConfirmClaimDialog
          item={item}
          candidate={candidate}
          noticeNumber={draft.noticeNumber.trim()}
          busy={form.busy}
          onConfirm={(asOtherPayer) => void form.claim(asOtherPayer)}
          onCancel={() => form.setAsking(false)}
        />
      ) : null}
    </form>
  )
}

function useCandidate(id: string, employerId: string | undefined) {
  const { data } = useQuery(CompareForClaimDocument, {
    variables: { id, employerId: employerId ?? null },
    skip: employerId === undefined,
    fetchPolicy: 'network-only',
  })
  return employerId === undefined ? null : (data?.reconciliationItem.claimFor ?? null)
}

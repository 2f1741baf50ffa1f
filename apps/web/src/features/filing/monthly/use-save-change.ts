import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { useRef, useState } from 'react'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import type { LastSaved } from '../../../shared/drafts/last-saved.tsx'
import type { Merged } from '../../../shared/drafts/merge-forms.ts'
import type { ChangeForm } from './change-form.ts'
import { draftOf, formOf, rawOf } from './change-form.ts'
import { MonthlyRowDocument, SaveMonthlyDocument, type MonthlyChangeRowFragment } from './declaration.generated.ts'
import { isForbidden } from './use-monthly-window.ts'

export type NotSaved =
  | 'FAILED'
  | 'FORBIDDEN'
  | 'ALREADY_SUBMITTED'
  | 'UNDER_REVIEW'
  | 'FINISHED'
  | 'TOO_MANY_CHANGES'
  | 'GONE'

export type SaveOutcome =
  | { kind: 'saved'; rowNo: number | undefined }
  /** A colleague wrote another answer to the same question; `form` is mine with all else of theirs. */
  | { kind: 'conflict'; form: ChangeForm }
  | { kind: 'unsaved'; reason: NotSaved }

export interface ChangeInHand {
  declarationId: string
  revision: number
  /** The row as it was when it was opened; undefined for a new one. */
  base: MonthlyChangeRowFragment | undefined
  individualId: string | undefined
  /** Mine and what a colleague saved, on what both began with. */
  onMeet: (mine: ChangeForm, theirs: ChangeForm, who: LastSaved | null) => Merged<ChangeForm>
}

const knownReasons = ['ALREADY_SUBMITTED', 'UNDER_REVIEW', 'FINISHED', 'TOO_MANY_CHANGES'] as const
const mostTries = 4

/** Saves one change. What colleagues saved meanwhile stays; only where both changed the same answer somebody has to choose. */
export function useSaveChange({ declarationId, revision, base, individualId, onMeet }: ChangeInHand) {
  const client = useClient()
  const [send] = useMutation(SaveMonthlyDocument)
  const underway = useRef(false)
  const done = useRef(false)
  const [busy, setBusy] = useState(false)
  const known = useRef({ revision, base })

  const rowsNow = async (idNumber: string | null) => {
    const { data } = await client.query({
      query: MonthlyRowDocument,
      variables: { id: declarationId, idNumber },
      fetchPolicy: 'network-only',
    })
    const { changes, lastSaved = null } = data?.monthlyDeclaration ?? {}
    return { rows: changes?.edges.map(({ node }) => node) ?? [], who: lastSaved }
  }

  const attempt = async (form: ChangeForm, tries = 0): Promise<SaveOutcome> => {
    const { base: row } = known.current
    const draft = draftOf(form, rawOf(row?.raw))
    const { data } = await send({
      variables: {
        input: {
          declarationId,
          expectedRevision: known.current.revision,
          changes: [{ rowNo: row?.rowNo ?? null, individualId: individualId ?? null, change: draft }],
        },
      },
    })
    const answer = data?.saveMonthlyChanges
    if (answer?.__typename === 'MonthlyChangesSaved') {
      known.current.revision = answer.revision
      return { kind: 'saved', rowNo: answer.rowNos[0] }
    }
    if (answer?.__typename === 'MonthlyChangesNotSaved') {
      const reason = knownReasons.find((one) => one === answer.code)
      return { kind: 'unsaved', reason: reason ?? (answer.code === 'NO_SUCH_ROW' ? 'GONE' : 'FAILED') }
    }
    if (answer?.__typename !== 'MonthlyConflict' || tries >= mostTries) return { kind: 'unsaved', reason: 'FAILED' }
    known.current.revision = answer.revision
    return row ? meet(form, row, tries) : again(form, draft, tries)
  }

  /** A new change takes nothing from anybody; but what looked as if it had failed may have been saved. */
  const again = async (form: ChangeForm, draft: MonthlyChangeDraft, tries: number): Promise<SaveOutcome> => {
    const rows = tries === 0 ? (await rowsNow(form.idNumber)).rows : []
    const already = rows.find((one) => isSameChange(one, draft, individualId))
    return already ? { kind: 'saved', rowNo: already.rowNo } : attempt(form, tries + 1)
  }

  const meet = async (form: ChangeForm, row: MonthlyChangeRowFragment, tries: number): Promise<SaveOutcome> => {
    const { rows, who } = await rowsNow(row.idNumber)
    const theirs = rows.find(({ rowNo }) => rowNo === row.rowNo)
    if (!theirs) return { kind: 'unsaved', reason: 'GONE' }
    known.current.base = theirs
    const { form: met, conflicts } = onMeet(form, formOf(theirs), who)
    return conflicts.length > 0 ? { kind: 'conflict', form: met } : attempt(met, tries + 1)
  }

  const save = async (form: ChangeForm): Promise<SaveOutcome | undefined> => {
    // The second press of two may come when the first is answered already and the panel is about to close.
    if (underway.current || done.current) return undefined
    underway.current = true
    setBusy(true)
    try {
      const outcome = await attempt(form)
      done.current = outcome.kind === 'saved'
      return outcome
    } catch (error) {
      return { kind: 'unsaved', reason: isForbidden(error) ? 'FORBIDDEN' : 'FAILED' }
    } finally {
      underway.current = false
      setBusy(false)
    }
  }
  /** The row is not there any more: what was typed becomes another one. */
  const asNew = () => {
    known.current.base = undefined
  }
  return { save, busy, asNew }
}

function isSameChange(
  row: MonthlyChangeRowFragment,
  { name: _name, idNumber: _number, idType: _type, ...draft }: MonthlyChangeDraft,
  individualId: string | undefined,
): boolean {
  if (individualId !== undefined && row.individualId !== individualId) return false
  const { name: _n, idNumber: _i, idType: _t, ...saved } = draftOf(formOf(row), rawOf(row.raw))
  const sorted = (value: object) => JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(saved) === sorted(draft)
}

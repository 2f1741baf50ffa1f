import { useMutation } from '@apollo/client/react'
import type { PersonnelDraft } from '@shebao/roster'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { withRow } from './personnel-list.ts'
import type { HeldList, ListedRow } from './personnel-list.ts'
import { RemovePersonnelRecordsDocument, SavePersonnelRecordDocument } from './personnel.generated.ts'
import { refusalText } from './refusal-text.ts'
import type { People } from './use-people.ts'

export interface ChangeOutcome {
  saved: boolean
  /** Worded already: a refusal, a conflict. */
  message?: string
}

interface ChangesOf {
  declarationId: string
  held: HeldList
  onHold: (held: HeldList) => void
  /** Reads counts and places anew: after an own change, or when another clerk was quicker. */
  onReload: () => Promise<void>
  people: People
}

/** Saves and removes people at the office, and holds the list as it then is. */
export function usePersonnelChanges({ declarationId, held, onHold, onReload, people }: ChangesOf) {
  const t = useMessages(messages)
  const [saveRecord] = useMutation(SavePersonnelRecordDocument)
  const [removeRecords, { loading: removing }] = useMutation(RemovePersonnelRecordsDocument)
  const { rows, revision: expectedRevision } = held

  /** Words a change that was not made; a conflict also has the list read anew. */
  const refused = (answer: Refusal | undefined): ChangeOutcome => {
    if (answer?.__typename === 'PersonnelConflict') {
      void onReload()
      return { saved: false, message: t('conflict') }
    }
    if (answer?.__typename === 'PersonnelRefused')
      return { saved: false, message: refusalText(t, answer.code, answer.rows) }
    return { saved: false, message: t('notSaved') }
  }

  /** `person` is who is corrected; undefined for somebody new. */
  const save = async (
    draft: PersonnelDraft,
    confirm: boolean,
    person: ListedRow | undefined,
  ): Promise<ChangeOutcome> => {
    try {
      const rowNo = person === undefined ? {} : { rowNo: person.row }
      const { data } = await saveRecord({ variables: { declarationId, expectedRevision, draft, confirm, ...rowNo } })
      const answer = data?.savePersonnelRecord
      if (answer?.__typename !== 'PersonnelSaved') return refused(answer)
      const row = answer.rowNo ?? person?.row ?? (rows.at(-1) ?? 0) + 1
      const hasKeptNumber = person !== undefined && person.draft.idNumber === draft.idNumber
      const earlier = answer.issues.find(({ code }) => code === 'DUPLICATE')?.params
      people.put({
        row,
        draft,
        idDigitsLost: hasKeptNumber && person.idDigitsLost,
        activeElsewhere: answer.issues.some(({ code }) => code === 'ACTIVE_ELSEWHERE'),
        firstRow: firstRowOf(earlier) ?? row,
      })
      onHold({ ...held, revision: answer.revision, rows: withRow(rows, row) })
      void onReload()
      return { saved: true }
    } catch {
      return { saved: false, message: t('notSaved') }
    }
  }

  const remove = async (gone: ReadonlySet<number>): Promise<ChangeOutcome> => {
    try {
      const { data } = await removeRecords({ variables: { declarationId, expectedRevision, rowNos: [...gone] } })
      const answer = data?.removePersonnelRecords
      if (answer?.__typename !== 'PersonnelSaved') return refused(answer)
      onHold({ ...held, revision: answer.revision, rows: rows.filter((row) => !gone.has(row)) })
      void onReload()
      return { saved: true }
    } catch {
      return { saved: false, message: t('notSaved') }
    }
  }

  return { save, remove, removing }
}

/** The row that a refused repetition names. */
function firstRowOf(params: unknown): number | undefined {
  if (typeof params !== 'object' || params === null || !('firstRow' in params)) return undefined
  return typeof params.firstRow === 'number' ? params.firstRow : undefined
}

type Refusal =
  | { __typename: 'PersonnelConflict' }
  | { __typename: 'PersonnelRefused'; code: string; rows: readonly number[] }
  | { __typename: 'PersonnelIncomplete' }

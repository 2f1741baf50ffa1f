import type { PersonnelDraft } from '@shebao/roster'
import { OfficeErrors } from '../../../shared/data/answer.ts'
import { useClient, useMutation } from '../../../shared/data/hooks.tsx'
import type { LastSaved } from '../../../shared/drafts/last-saved.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import { checkedRow, withRow } from './personnel-list.ts'
import type { HeldList, ListedRow } from './personnel-list.ts'
import {
  PersonnelRowsDocument,
  RemovePersonnelRecordsDocument,
  SavePersonnelRecordDocument,
} from './personnel.generated.ts'
import { refusalText } from './refusal-text.ts'
import type { People } from './use-people.ts'

export interface ChangeOutcome {
  saved: boolean
  /** Worded already: a refusal, a conflict. */
  message?: string
  /** Another clerk was quicker: the list's revision now, and this person as they are in it. */
  met?: { revision: number; theirs: PersonnelDraft | undefined; who?: LastSaved | null }
  /** No answer came; it may be tried again. */
  lost?: boolean
}

export type SavePerson = (draft: PersonnelDraft, confirm: boolean, revision?: number) => Promise<ChangeOutcome>

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
  const client = useClient()
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

  /** Somebody else's change of the list: what is typed goes on top of it. */
  const meet = async (person: ListedRow | undefined): Promise<ChangeOutcome> => {
    void onReload()
    const variables = { id: declarationId, rowNos: person === undefined ? [] : [person.row], who: true }
    const { data } = await client.query({ query: PersonnelRowsDocument, variables, fetchPolicy: 'no-cache' })
    const theirs = data?.declaration.personnelDrafts[0]?.draft as PersonnelDraft | undefined
    if (!data || (person !== undefined && theirs === undefined))
      return { saved: false, message: refusalText(t, 'NO_SUCH_ROW', []) }
    const { personnelRevision: now, lastSaved = null } = data.declaration
    return { saved: false, met: { revision: now, theirs, who: lastSaved } }
  }

  /** `person` is who is corrected; undefined for somebody new. */
  const save = async (
    draft: PersonnelDraft,
    confirm: boolean,
    person: ListedRow | undefined,
    revision = expectedRevision,
  ): Promise<ChangeOutcome> => {
    try {
      const rowNo = person === undefined ? {} : { rowNo: person.row }
      const { data } = await saveRecord({
        variables: { declarationId, expectedRevision: revision, draft, confirm, ...rowNo },
      })
      const answer = data?.savePersonnelRecord
      if (answer?.__typename === 'PersonnelConflict') return await meet(person)
      if (answer?.__typename !== 'PersonnelSaved') return refused(answer)
      const row = answer.rowNo ?? person?.row ?? (rows.at(-1) ?? 0) + 1
      const hasKeptNumber = person !== undefined && person.draft.idNumber === draft.idNumber
      const earlier = answer.issues.find(({ code }) => code === 'DUPLICATE')?.params
      const listed = {
        row,
        draft,
        idDigitsLost: hasKeptNumber && person.idDigitsLost,
        activeElsewhere: answer.issues.some(({ code }) => code === 'ACTIVE_ELSEWHERE'),
        firstRow: firstRowOf(earlier) ?? row,
      }
      people.put(checkedRow(listed, answer.issues))
      onHold({ ...held, revision: answer.revision, rows: withRow(rows, row) })
      void onReload()
      return { saved: true }
    } catch (error) {
      return { saved: false, message: t('notSaved'), lost: !OfficeErrors.is(error) }
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

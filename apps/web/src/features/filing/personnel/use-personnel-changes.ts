import { useMutation } from '@apollo/client/react'
import type { PersonnelDraft } from '@shebao/roster'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import type { ListedRow } from './personnel-list.ts'
import { RemovePersonnelRecordsDocument, SavePersonnelRecordDocument } from './personnel.generated.ts'
import { refusalText } from './refusal-text.ts'
import type { HeldList } from './use-personnel-list.ts'

export interface ChangeOutcome {
  saved: boolean
  /** Worded already: a refusal, a conflict. */
  message?: string
}

interface ChangesOf {
  declarationId: string
  held: HeldList
  onHold: (held: HeldList) => void
  /** Another clerk was quicker. */
  onReload: () => void
}

/** Saves and removes people at the office, and holds the list as it then is. */
export function usePersonnelChanges({ declarationId, held, onHold, onReload }: ChangesOf) {
  const t = useMessages(messages)
  const [saveRecord] = useMutation(SavePersonnelRecordDocument)
  const [removeRecords, { loading: removing }] = useMutation(RemovePersonnelRecordsDocument)
  const { list, revision: expectedRevision } = held

  /** Words a change that was not made; a conflict also has the list read anew. */
  const refused = (answer: Refusal | undefined): ChangeOutcome => {
    if (answer?.__typename === 'PersonnelConflict') {
      onReload()
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
      const changed = {
        row: answer.rowNo ?? person?.row ?? list.nextRow,
        draft,
        idDigitsLost: person?.idDigitsLost === true && person.draft.idNumber === draft.idNumber,
        activeElsewhere: answer.issues.some(({ code }) => code === 'ACTIVE_ELSEWHERE'),
      }
      onHold({ list: list.with(changed), revision: answer.revision })
      return { saved: true }
    } catch {
      return { saved: false, message: t('notSaved') }
    }
  }

  const remove = async (rows: ReadonlySet<number>): Promise<ChangeOutcome> => {
    try {
      const { data } = await removeRecords({ variables: { declarationId, expectedRevision, rowNos: [...rows] } })
      const answer = data?.removePersonnelRecords
      if (answer?.__typename !== 'PersonnelSaved') return refused(answer)
      onHold({ list: list.without(rows), revision: answer.revision })
      return { saved: true }
    } catch {
      return { saved: false, message: t('notSaved') }
    }
  }

  return { save, remove, removing }
}

type Refusal =
  | { __typename: 'PersonnelConflict' }
  | { __typename: 'PersonnelRefused'; code: string; rows: readonly number[] }
  | { __typename: 'PersonnelIncomplete' }

import { useRef, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import type { ReadPerson } from './change-file-protocol.ts'
import { CompareMonthlyDocument, type CompareMonthlyMutation } from './compare.generated.ts'
import { uploadProblem, type NotUploaded } from './use-upload-changes.ts'
import { isForbidden } from './use-monthly-window.ts'

const peopleInPart = 2_000

type Answer = Extract<CompareMonthlyMutation['compareMonthlyList'], { __typename: 'MonthlyChangesSaved' }>
export type Compared = NonNullable<Answer['proposed']>

/** Sends the list of staff in parts, and brings back what the register has otherwise; nothing is written. */
export function useCompareList(declarationId: string, revision: number) {
  const [send] = useMutation(CompareMonthlyDocument, { fetchPolicy: 'no-cache' })
  const [sent, setSent] = useState<number>()
  const [problem, setProblem] = useState<NotUploaded>()
  const underway = useRef(false)
  const carryOut = async (
    total: number,
    people: (from: number, count: number) => Promise<ReadPerson[]>,
  ): Promise<Compared | NotUploaded> => {
    const uploadId = crypto.randomUUID()
    const ofParts = Math.max(1, Math.ceil(total / peopleInPart))
    for (let part = 1; part <= ofParts; part += 1) {
      setSent((part - 1) * peopleInPart)
      // oxlint-disable-next-line no-await-in-loop -- one part after the other
      const rows = await people((part - 1) * peopleInPart, peopleInPart)
      const input = {
        declarationId,
        expectedRevision: revision,
        uploadId,
        part,
        ofParts,
        look: true,
        rows: rows.map(({ row, draft }) => ({ rowNo: row, draft })),
      }
      // oxlint-disable-next-line no-await-in-loop -- one part after the other
      const answer = (await send({ variables: { input } })).data?.compareMonthlyList
      if (answer?.__typename === 'MonthlyConflict') return 'CONFLICT'
      if (answer?.__typename === 'MonthlyChangesNotSaved') return uploadProblem(answer.code)
      if (answer?.__typename === 'MonthlyChangesSaved' && answer.proposed) return answer.proposed
    }
    return 'FAILED'
  }
  const compare = async (...list: Parameters<typeof carryOut>): Promise<Compared | undefined> => {
    if (underway.current) return undefined
    underway.current = true
    setProblem(undefined)
    try {
      const found = await carryOut(...list)
      if (typeof found === 'object') return found
      setProblem(found)
    } catch (error) {
      setProblem(isForbidden(error) ? 'FORBIDDEN' : 'FAILED')
    } finally {
      underway.current = false
      setSent(undefined)
    }
    return undefined
  }
  return { compare, sent, problem }
}

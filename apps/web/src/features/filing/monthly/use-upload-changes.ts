import { useRef, useState } from 'react'
import { useMutation } from '../../../shared/data/hooks.tsx'
import type { ReadChange } from './change-file-protocol.ts'
import { UploadMonthlyDocument } from './declaration.generated.ts'
import { isForbidden } from './use-monthly-window.ts'

const rowsInPart = 2_000
const reasons = [
  'TOO_MANY_CHANGES',
  'ROW_REPEATED',
  'UPLOAD_MISMATCH',
  'ALREADY_SUBMITTED',
  'UNDER_REVIEW',
  'FINISHED',
  'EARLIER_MONTH',
] as const

export type NotUploaded = (typeof reasons)[number] | 'FAILED' | 'FORBIDDEN' | 'CONFLICT'

export const uploadProblem = (code: string): NotUploaded => reasons.find((one) => one === code) ?? 'FAILED'

/** Sends a list in parts; all of it becomes changes when the last part has come, or none of it. */
export function useUploadChanges(declarationId: string, revision: number) {
  const [send] = useMutation(UploadMonthlyDocument)
  const [sent, setSent] = useState<number>()
  const [problem, setProblem] = useState<NotUploaded>()
  const underway = useRef(false)
  const carryOut = async (
    rows: number,
    mode: 'ADD' | 'REPLACE',
    part: (from: number, count: number) => Promise<ReadChange[]>,
  ): Promise<NotUploaded | undefined> => {
    const uploadId = crypto.randomUUID()
    const ofParts = Math.ceil(rows / rowsInPart)
    for (let index = 1; index <= ofParts; index += 1) {
      setSent((index - 1) * rowsInPart)
      // oxlint-disable-next-line no-await-in-loop -- one part after the other
      const changes = await part((index - 1) * rowsInPart, rowsInPart)
      const input = {
        declarationId,
        expectedRevision: revision,
        uploadId,
        mode,
        part: index,
        ofParts,
        rows: changes.map(({ row, draft }) => ({ rowNo: row, change: draft })),
      }
      // oxlint-disable-next-line no-await-in-loop -- one part after the other
      const answer = (await send({ variables: { input } })).data?.uploadMonthlyChanges
      if (answer?.__typename === 'MonthlyConflict') return 'CONFLICT'
      if (answer?.__typename === 'MonthlyChangesNotSaved') return uploadProblem(answer.code)
    }
    return undefined
  }
  const upload = async (...list: Parameters<typeof carryOut>): Promise<boolean> => {
    if (underway.current) return false
    underway.current = true
    setProblem(undefined)
    try {
      const found = await carryOut(...list)
      setProblem(found)
      return found === undefined
    } catch (error) {
      setProblem(isForbidden(error) ? 'FORBIDDEN' : 'FAILED')
      return false
    } finally {
      underway.current = false
      setSent(undefined)
    }
  }
  return { upload, sent, problem }
}

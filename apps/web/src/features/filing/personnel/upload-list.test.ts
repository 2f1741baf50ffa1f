import { describe, expect, it } from 'vitest'
import { DataClient } from '../../../shared/data/data-client.ts'
import { OfficeErrors } from '../../../shared/data/answer.ts'
import { ROWS_IN_PART, uploadList } from './upload-list.ts'

interface Sent {
  part: number
  ofParts: number
  uploadId: string
  rows: { rowNo: number }[]
}
type Reply = 'saved' | 'lost' | 'conflict' | 'refused' | 'error'

/** A client whose office answers as told; `replies` beyond the last are `saved`. */
function office(replies: Reply[]) {
  const sent: Sent[] = []
  const client = new DataClient(async ({ variables }) => {
    const { input } = variables as { input: Sent }
    sent.push(input)
    const reply = replies.shift() ?? 'saved'
    if (reply === 'lost') throw new TypeError('Failed to fetch')
    if (reply === 'error') return { errors: [{ message: 'no' }] }
    const outcomes = {
      saved: {
        __typename: 'PersonnelSaved',
        revision: 8,
        finished: input.part === input.ofParts,
        partsReceived: [],
        declaration: { __typename: 'Declaration', id: 'd', personnelRevision: 8, signedList: false },
      },
      conflict: { __typename: 'PersonnelConflict', revision: 9 },
      refused: { __typename: 'PersonnelRefused', code: 'ALREADY_SUBMITTED', rows: [] },
    }
    return { data: { savePersonnel: outcomes[reply] } }
  })
  return { sent, client }
}

const rows = Array.from({ length: ROWS_IN_PART * 2 + 1 }, (_, index) => ({
  row: index + 1,
  draft: {},
  idDigitsLost: false,
}))

function run(replies: Reply[], given: Partial<Parameters<typeof uploadList>[1]> = {}) {
  const { client, sent } = office(replies)
  const progress: [number, boolean][] = []
  const outcome = uploadList(client, {
    declarationId: 'd',
    expectedRevision: 7,
    mode: 'REPLACE',
    total: rows.length,
    people: async (from, count) => rows.slice(from, from + count),
    signal: new AbortController().signal,
    onProgress: (done, waiting) => progress.push([done, waiting]),
    wait: async () => undefined,
    ...given,
  })
  return { outcome, sent, progress }
}

describe('sending a list', () => {
  it('sends every row once, in parts of one upload', async () => {
    const { outcome, sent, progress } = run([])
    expect(await outcome).toEqual({ kind: 'saved', revision: 8 })
    expect(sent.map(({ part, ofParts }) => [part, ofParts])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ])
    expect(sent.flatMap((part) => part.rows.map(({ rowNo }) => rowNo))).toEqual(rows.map(({ row }) => row))
    expect(new Set(sent.map(({ uploadId }) => uploadId)).size).toBe(1)
    expect(progress.at(-1)).toEqual([rows.length, false])
  })

  it('sends the same part again after the connection was lost', async () => {
    const { outcome, sent, progress } = run(['saved', 'lost', 'lost'])
    expect((await outcome).kind).toBe('saved')
    expect(sent.map(({ part }) => part)).toEqual([1, 2, 2, 2, 3])
    expect(progress).toContainEqual([ROWS_IN_PART, true])
  })

  it('stops when told to, and when the office says no', async () => {
    const stop = new AbortController()
    stop.abort()
    expect(await run([], { signal: stop.signal }).outcome).toEqual({ kind: 'stopped' })
    expect(await run(['saved', 'conflict']).outcome).toEqual({ kind: 'conflict', revision: 9 })
    expect(await run(['refused']).outcome).toMatchObject({ kind: 'refused', code: 'ALREADY_SUBMITTED' })
  })

  it('does not repeat what the office has answered with an error', async () => {
    const { outcome, sent } = run(['error'])
    await expect(outcome).rejects.toSatisfy((error) => OfficeErrors.is(error))
    expect(sent).toHaveLength(1)
  })

  it('sends an empty list as one part', async () => {
    const { outcome, sent } = run([], { total: 0 })
    expect((await outcome).kind).toBe('saved')
    expect(sent).toHaveLength(1)
  })
})

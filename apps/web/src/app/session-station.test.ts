import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import type { Answer } from '../shared/data/answer.ts'
import { DataClient } from '../shared/data/data-client.ts'
import { createReSignInDesk } from './re-sign-in.ts'
import { sessionStation } from './session-station.ts'

const save = parse('mutation Save { save }')
const refusal = (code: string) => ({ errors: [{ message: code, extensions: { code } }] })

/** A server that answers from the list, one answer a request. */
function clientAnswering(answers: readonly Answer[], by?: 'PROOF_NEEDED') {
  const desk = createReSignInDesk()
  let requests = 0
  const client = new DataClient(
    sessionStation(
      desk,
      by,
    )(async () => {
      requests += 1
      return answers[requests - 1] ?? {}
    }),
  )
  return { client, desk, requests: () => requests }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('an operation that finds the session ended', () => {
  it('waits for signing in again and is then sent once more', async () => {
    const { client, desk, requests } = clientAnswering([refusal('UNAUTHENTICATED'), { data: { save: true } }])
    const saving = client.mutate({ mutation: save })
    await settled()
    expect(desk.isAsking()).toBe(true)
    desk.settle('signed-in')
    expect((await saving).data).toEqual({ save: true })
    expect(requests()).toBe(2)
    expect(desk.isAsking()).toBe(false)
  })

  it('shares one dialog with others that fail meanwhile', async () => {
    const { client, desk } = clientAnswering([
      refusal('UNAUTHENTICATED'),
      refusal('UNAUTHENTICATED'),
      { data: { save: 1 } },
      { data: { save: 2 } },
    ])
    const both = [client.mutate({ mutation: save }), client.mutate({ mutation: save })]
    await settled()
    desk.settle('signed-in')
    expect((await Promise.all(both)).map(({ data }) => data)).toEqual([{ save: 1 }, { save: 2 }])
  })

  it('fails as it did when the person gives up', async () => {
    const { client, desk, requests } = clientAnswering([refusal('UNAUTHENTICATED')])
    const saving = client.mutate({ mutation: save })
    await settled()
    desk.settle('gave-up')
    await expect(saving).rejects.toThrow('UNAUTHENTICATED')
    expect(requests()).toBe(1)
  })

  it('asks only once: a second refusal is the answer', async () => {
    const { client, desk } = clientAnswering([refusal('UNAUTHENTICATED'), refusal('UNAUTHENTICATED')])
    const saving = client.mutate({ mutation: save })
    await settled()
    desk.settle('signed-in')
    await expect(saving).rejects.toThrow('UNAUTHENTICATED')
    expect(desk.isAsking()).toBe(false)
  })

  it('is told apart from one that takes a fresh proof', async () => {
    const { client, desk } = clientAnswering([refusal('PROOF_NEEDED'), { data: { save: true } }], 'PROOF_NEEDED')
    const saving = client.mutate({ mutation: save })
    await settled()
    expect(desk.isAsking()).toBe(true)
    desk.settle('signed-in')
    expect((await saving).data).toEqual({ save: true })
  })

  it('is the only one that opens the dialog', async () => {
    const { client, desk } = clientAnswering([refusal('FORBIDDEN')])
    await expect(client.mutate({ mutation: save })).rejects.toThrow('FORBIDDEN')
    expect(desk.isAsking()).toBe(false)
  })
})

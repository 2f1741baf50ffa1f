import { parse } from 'graphql'
import { expect, it, vi } from 'vitest'
import { DataClient } from '../shared/data/data-client.ts'
import { deedStation } from './deed-station.ts'

it('tells of what was done and of what was refused, and of nothing that was only read', async () => {
  const tell = vi.fn<() => void>()
  const client = new DataClient(
    deedStation(tell)(async ({ name }) =>
      name === 'Refused' ? { errors: [{ message: 'no' }] } : { data: { it: true } },
    ),
  )
  await client.query({ query: parse('query Read { it }') })
  expect(tell).not.toHaveBeenCalled()
  await client.mutate({ mutation: parse('mutation Done { it }') })
  expect(tell).toHaveBeenCalledTimes(1)
  await expect(client.mutate({ mutation: parse('mutation Refused { it }') })).rejects.toThrow('no')
  expect(tell).toHaveBeenCalledTimes(2)
})

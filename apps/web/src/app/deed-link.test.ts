import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { of } from 'rxjs'
import { expect, it, vi } from 'vitest'
import { createDeedLink } from './deed-link.ts'

it('tells of what was done and of what was refused, and of nothing that was only read', async () => {
  const tell = vi.fn<() => void>()
  const server = new ApolloLink(({ operationName }) =>
    of(operationName === 'Refused' ? { errors: [{ message: 'no' }] } : { data: { it: true } }),
  )
  const client = new ApolloClient({ cache: new InMemoryCache(), link: createDeedLink(tell).concat(server) })
  await client.query({
    query: gql`
      query Read {
        it
      }
    `,
  })
  expect(tell).not.toHaveBeenCalled()
  await client.mutate({
    mutation: gql`
      mutation Done {
        it
      }
    `,
  })
  expect(tell).toHaveBeenCalledTimes(1)
  await expect(
    client.mutate({
      mutation: gql`
        mutation Refused {
          it
        }
      `,
    }),
  ).rejects.toThrow('no')
  expect(tell).toHaveBeenCalledTimes(2)
})

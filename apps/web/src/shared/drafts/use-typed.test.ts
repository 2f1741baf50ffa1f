import { cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { useOnReturn } from './use-typed.ts'

afterEach(cleanup)
const back = () => window.dispatchEvent(new Event('online'))

it('what waits for the connection is done when it is back, as it is wanted then, and not after the page is left', () => {
  const done: string[] = []
  const { rerender, unmount } = renderHook(({ waits, what }) => useOnReturn(waits, () => done.push(what)), {
    initialProps: { waits: false, what: 'nothing' },
  })
  back()
  expect(done).toEqual([])
  rerender({ waits: true, what: 'first' })
  rerender({ waits: true, what: 'typed since' })
  back()
  expect(done).toEqual(['typed since'])
  rerender({ waits: false, what: 'saved' })
  back()
  expect(done).toEqual(['typed since'])
  rerender({ waits: true, what: 'left' })
  unmount()
  back()
  expect(done).toEqual(['typed since'])
})

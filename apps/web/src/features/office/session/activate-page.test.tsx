import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { answer, answerWithout, showPage } from '../../../shared/testing/show-page.tsx'
import { ActivatePage } from './activate-page.tsx'
import { ReadOneTimeLinkDocument } from './activate.generated.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const read = (found: 'USED' | 'WITHDRAWN' | 'EXPIRED' | undefined) => {
  answerWithout([
    answer(ReadOneTimeLinkDocument, {
      readOneTimeLink: found === undefined ? null : { __typename: 'DeadLink', reason: found },
    }),
  ])
  showPage(<ActivatePage />, { path: '/activate', at: '/activate#2222' })
}

it.each([
  ['USED', /已经用过.*请直接登录/],
  ['WITHDRAWN', /已停用.*请使用最新的代码/],
  ['EXPIRED', /已过有效期.*重新发给/],
  [undefined, /代码不正确/],
] as const)('says of a link that is %s what to do', async (found, words) => {
  read(found)
  expect(await screen.findByText(words)).toBeTruthy()
})

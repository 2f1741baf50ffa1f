import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { answer, axeFindings, clerk, showPage } from '../../../shared/testing/show-page.tsx'
import { AccessTokensDocument, MakeAccessTokenDocument, RevokeAccessTokenDocument } from './access-token.generated.ts'
import type { ListedAccessTokenFragment, MakeAccessTokenMutationVariables } from './access-token.generated.ts'
import { NewTokenPage } from './new-token-page.tsx'
import { TokensPage } from './tokens-page.tsx'

const token: ListedAccessTokenFragment = {
  __typename: 'AccessToken',
  id: 't1',
  name: 'Payroll 9',
  hint: 'x7Qa',
  scopes: ['READ', 'SUBMIT'],
  test: false,
  maker: 'Clerk Wang',
  createdAt: '2026-11-01T02:00:00Z',
  expiresAt: '2027-11-01T02:00:00Z',
  revokedAt: null,
  lastUsedAt: '2026-11-20T02:00:00Z',
  uses: [
    { __typename: 'AccessTokenUse', field: 'submitDeclaration', calls: 2, refused: 1, lastAt: '2026-11-20T02:00:00Z' },
  ],
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T02:00:00Z') })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the list of tokens', () => {
  it('says how far each reaches, what it did, and ends one after asking', async () => {
    const ended = { ...token, revokedAt: '2026-11-23T02:00:00Z' }
    const revoke = answer(RevokeAccessTokenDocument, { revokeAccessToken: ended })
    const { user, container } = showPage(<TokensPage />, {
      answers: [answer(AccessTokensDocument, { accessTokens: [token] }), revoke],
      viewer: clerk,
      at: '/employer/access-tokens',
      language: 'en',
    })
    expect(await screen.findByText('Read · Submit')).toBeTruthy()
    expect(screen.getByText('submitDeclaration')).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Revoke “Payroll 9”' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Revoke' }))
    expect(await screen.findByText('“Payroll 9” was revoked.')).toBeTruthy()
    expect(revoke.sent).toEqual([{ id: 't1' }])
    expect(screen.queryByRole('button', { name: /Revoke/ })).toBeNull()
  })
})

describe('a new token', () => {
  it('keeps what was typed when refused, leaves paying out of a test token, and is shown once', async () => {
    let refuse = true
    const make = answer(MakeAccessTokenDocument, ({ name }: MakeAccessTokenMutationVariables) => ({
      makeAccessToken: refuse
        ? { __typename: 'AccessTokenRefused' as const, reason: 'TOO_MANY' as const }
        : {
            __typename: 'AccessTokenMade' as const,
            secret: 'shebao_test_abc',
            token: { ...token, name },
          },
    }))
    const { user } = showPage(<NewTokenPage />, {
      answers: [make, answer(AccessTokensDocument, { accessTokens: [] })],
      viewer: clerk,
      at: '/employer/access-tokens/new',
      language: 'en',
    })
    await user.click(screen.getByRole('button', { name: 'Make it' }))
    expect(await screen.findByText('Enter a name of 1 to 60 characters')).toBeTruthy()
    await user.type(screen.getByLabelText('Name'), 'Payroll 9')
    await user.click(screen.getByLabelText('Submit'))
    await user.click(screen.getByLabelText('Pay'))
    await user.click(screen.getByLabelText('Test token'))
    await user.click(screen.getByRole('button', { name: 'Make it' }))
    expect(await screen.findByText(/has 20 tokens in force/)).toBeTruthy()
    refuse = false
    await user.click(screen.getByRole('button', { name: 'Make it' }))
    expect(await screen.findByText('shebao_test_abc')).toBeTruthy()
    expect(make.sent.at(-1)).toEqual({ name: 'Payroll 9', scopes: ['SUBMIT'], test: true, days: 90 })
  })
})

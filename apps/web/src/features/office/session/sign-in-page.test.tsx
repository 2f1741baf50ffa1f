import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import type { SignInMutation } from './sign-in.generated.ts'
import type { ViewerKind } from './viewer-paths.ts'

type Outcome = Extract<SignInMutation['signIn'], { __typename: 'SignInRefused' }>

/** The two operations of this page go past the data client. */
function office(outcome: Outcome | 'lost') {
  const sent: { answer: string; identifier: string; challengeId: string }[] = []
  let pictures = 0
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { variables } = JSON.parse(body) as { variables: { input?: (typeof sent)[number] } }
    if (variables.input === undefined) {
      pictures += 1
      const challenge = { id: `k${pictures}`, kind: 'IMAGE', image: 'data:image/png;base64,AA==', proofOfWork: null }
      return Response.json({ data: { requestVerificationCode: challenge } })
    }
    sent.push(variables.input)
    if (outcome === 'lost') throw new TypeError('Failed to fetch')
    return Response.json({ data: { signIn: outcome } })
  })
  return sent
}

function open(kind: ViewerKind, outcome: Outcome | 'lost', language: 'zh-CN' | 'en' = 'zh-CN') {
  const sent = office(outcome)
  return { ...showPage(<SignInPage kind={kind} />, { language }), sent }
}

async function fillIn(user: ReturnType<typeof open>['user'], labels: readonly RegExp[]) {
  const texts = ['S002', 'geheim', 'AB3CD']
  for (const [index, label] of labels.entries()) await user.type(screen.getByLabelText(label), texts[index] ?? '')
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const refused = (reason: Outcome['reason'], retryAt: string | null = null): Outcome => ({
  __typename: 'SignInRefused',
  reason,
  retryAt,
})

describe('signing in', () => {
  it('names what is missing and goes there, without asking the office', async () => {
    const { container, user, sent } = open('STAFF', 'lost')
    expect(await screen.findByRole('img', { name: /验证码图片/ })).toBeTruthy()
    expect(await axeFindings(container)).toEqual([])
    await user.type(screen.getByLabelText(/工号/), 'S002')
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(screen.getByText('请填写密码')).toBeTruthy()
    expect(screen.getByText('请填写验证码')).toBeTruthy()
    expect(document.activeElement?.getAttribute('name')).toBe('password')
    expect(sent).toEqual([])
  })

  it('after a refusal keeps who it is, empties the code and brings a new picture', async () => {
    const { user, sent } = open('STAFF', refused('WRONG'))
    await screen.findByRole('img', { name: /验证码图片/ })
    await fillIn(user, [/^工号/, /^密码/, /^验证码/])
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(await screen.findByText('登录信息或验证码不正确，请核对后重新输入。')).toBeTruthy()
    expect(sent).toMatchObject([{ identifier: 'S002', answer: 'AB3CD', challengeId: 'k1' }])
    expect((screen.getByLabelText(/^工号/) as HTMLInputElement).value).toBe('S002')
    await waitFor(() => expect((screen.getByLabelText(/^验证码/) as HTMLInputElement).value).toBe(''))
  })

  it('sends an insured person whose password is locked to the window, others to a time', async () => {
    const { user } = open('INSURED', refused('LOCKED'), 'en')
    await screen.findByRole('img', { name: /verification code/ })
    await fillIn(user, [/^ID number/, /^Card password/, /^Verification code/])
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    expect(await screen.findByText(/Bring your ID to the office's window/)).toBeTruthy()
  })

  it('says that the connection was lost and keeps what was typed', async () => {
    const { user } = open('STAFF', 'lost')
    await screen.findByRole('img', { name: /验证码图片/ })
    await fillIn(user, [/^工号/, /^密码/, /^验证码/])
    await user.click(screen.getByRole('button', { name: '登录' }))
    expect(await screen.findByText(/没有连上服务器/)).toBeTruthy()
    expect((screen.getByLabelText(/^密码/) as HTMLInputElement).value).toBe('geheim')
  })
})

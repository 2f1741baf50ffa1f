import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { axeFindings, showPage } from '../../../shared/testing/show-page.tsx'
import { SignInPage } from './sign-in-page.tsx'
import type { SignInMutation, VerificationKind } from './sign-in.generated.ts'
import type { ViewerKind } from './viewer-paths.ts'

type Outcome = Extract<SignInMutation['signIn'], { __typename: 'SignInRefused' }>

/** The two operations of this page go past the data client. */
function office(outcome: Outcome | 'lost') {
  const sent: { answer: string; identifier: string; challengeId: string }[] = []
  let challenges = 0
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { variables } = JSON.parse(body) as { variables: { kind: VerificationKind; input?: (typeof sent)[number] } }
    if (variables.input === undefined) {
      challenges += 1
      const { kind } = variables
      const task = { algorithm: 'SHA-256', challenge: 'c', salt: 's', maxNumber: 9 }
      const challenge =
        kind === 'IMAGE'
          ? { id: `k${challenges}`, kind, image: 'data:image/png;base64,AA==', proofOfWork: null }
          : { id: `k${challenges}`, kind, image: null, proofOfWork: task }
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

/** A worker that finds the number when it is told to. */
function worker() {
  const waiting: (() => void)[] = []
  vi.stubGlobal(
    'Worker',
    class extends EventTarget {
      postMessage() {
        waiting.push(() => this.dispatchEvent(new MessageEvent('message', { data: 7 })))
      }
      terminate() {}
    },
  )
  return { find: () => waiting.splice(0).forEach((tell) => tell()), tasks: () => waiting.length }
}

afterEach(() => {
  vi.useRealTimers()
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
    expect(sent).toMatchObject([{ identifier: 'S002', answer: 'AB3CD', challengeId: 'k2' }])
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

  it('asks nobody to read a picture: the proof is found meanwhile, and who is quicker waits for it', async () => {
    const { find, tasks } = worker()
    const { container, user, sent } = open('INSURED', refused('WRONG'), 'en')
    expect(await screen.findByText('Checking by itself; nothing for you to do')).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
    expect(screen.queryByLabelText(/^Verification code/)).toBeNull()
    expect(await axeFindings(container)).toEqual([])
    await fillIn(user, [/^ID number/, /^Card password/])
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(tasks()).toBe(1))
    expect(sent).toEqual([])
    find()
    await waitFor(() => expect(sent).toMatchObject([{ identifier: 'S002', answer: '7', challengeId: 'k1' }]))
  })

  it('brings the picture where the browser finds no proof, and on demand', async () => {
    const { user } = open('STAFF', 'lost')
    expect(await screen.findByRole('img', { name: /验证码图片/ })).toBeTruthy()
    const { find } = worker()
    await user.click(screen.getByRole('button', { name: '看不清？改用自动验证' }))
    expect(await screen.findByText('正在自动验证，您不用操作')).toBeTruthy()
    find()
    expect(await screen.findByText('验证通过')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: '改用图片验证码' }))
    expect(await screen.findByRole('img', { name: /验证码图片/ })).toBeTruthy()
  })

  it('takes a fresh proof when the page stood open longer than the office keeps one', async () => {
    const { find } = worker()
    const { user, sent } = open('STAFF', refused('WRONG'))
    await screen.findByText('正在自动验证，您不用操作')
    find()
    await screen.findByText('验证通过')
    await fillIn(user, [/^工号/, /^密码/])
    vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 6 * 60_000)
    await user.click(screen.getByRole('button', { name: '登录' }))
    await screen.findByText('正在自动验证，您不用操作')
    find()
    await waitFor(() => expect(sent).toMatchObject([{ answer: '7', challengeId: 'k2' }]))
    vi.restoreAllMocks()
  })
})
